import type { Module } from '#platform/contributions/module.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import type { MailingDependencies } from './ports.ts';
import { composeDigestsJob } from './digest/jobs/compose-digests.ts';
import { digestRoutes } from './digest/web/routes.ts';
import { contributionMailables } from './editions/queries/editions.ts';
import { editionRoutes } from './editions/web/routes.ts';
import { replyRoutes } from './replies/web/routes.ts';
import { subscriptionPaths } from './reader-paths.ts';
import { forgetUnconfirmedJob } from './subscriptions/jobs/forget-unconfirmed.ts';
import { subscriptionRoutes } from './subscriptions/web/routes.ts';

/** Subscriptions, digests and the letter of the actors; before the addresses of mailings, whose `:id` takes the rest. */
export function readerRoutes(routes: RouteList, deps: MailingDependencies): void {
  subscriptionRoutes(routes, deps);
  digestRoutes(routes, deps);
  editionRoutes(routes, deps);
  replyRoutes(routes, deps);
}

/** Their jobs. */
export function readerJobs(deps: MailingDependencies): NonNullable<Module['jobs']> {
  return [forgetUnconfirmedJob, composeDigestsJob(deps)];
}

/** In the menus of everyone. */
export const readerNavigation: NonNullable<Module['navigation']> = [
  { label: 'Recevoir nos nouvelles', path: subscriptionPaths.subscribe, order: 61, where: 'footer' },
];

export const readerMailables = [contributionMailables];
