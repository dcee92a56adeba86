import type { Module } from '#platform/contributions/module.ts';
import { keepGoingJob } from './jobs/keep-going.ts';
import { sendMailingJob } from './jobs/send-mailing.ts';
import { sendTestJob } from './jobs/send-test.ts';
import { editionTodo } from './editions/queries/editions.ts';
import { subscriptionHomeBlocks } from './subscriptions/web/public/home-block.tsx';
import { archivePath, paths } from './paths.ts';
import { subscriptionPaths } from './reader-paths.ts';
import { mailingPersonalData } from './personal-data.ts';
import { senders } from './policy.ts';
import type { MailingDependencies } from './ports.ts';
import { filesInUse } from './queries/files-in-use.ts';
import { repliesTodo } from './replies/queries/replies.ts';
import { readerJobs, readerMailables, readerNavigation, readerRoutes } from './reader-module.ts';
import { mailingConditions } from './queries/segment-conditions.ts';
import { mailingThread } from './queries/thread.ts';
import { officeRoutes } from './web/office/routes.ts';
import { publicRoutes } from './web/public/routes.ts';
import { mailingProcessing } from './processing.ts';

/** What the hub writes to many: to whom, how often, what became of it. */
export function mailingModule(deps: MailingDependencies): Module {
  return {
    name: 'mailing',
    routes(routes) {
      readerRoutes(routes, deps);
      // Last: its `:id` takes what is left under `/gestion/envois`.
      officeRoutes(routes, deps);
      publicRoutes(routes, deps);
    },
    navigation: [{ label: 'Lettres', path: archivePath, order: 60, where: 'footer' }, ...readerNavigation],
    homeBlocks: subscriptionHomeBlocks,
    async *siteMap() {
      for (const path of [archivePath, subscriptionPaths.subscribe]) yield { path, changedAt: null };
    },
    todo: async (ctx) => [...(await editionTodo(ctx)), ...(await repliesTodo(ctx))],
    mailables: readerMailables,
    filesInUse,
    officeNavigation: [{ label: 'Envois', path: paths.list, order: 30, roles: senders, icon: 'mail' }],
    jobs: [sendMailingJob(deps), keepGoingJob(deps), sendTestJob(deps), ...readerJobs(deps)],
    thread: mailingThread,
    segmentConditions: mailingConditions,
    processing: mailingProcessing,
    personalData: mailingPersonalData,
  };
}
