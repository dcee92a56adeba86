import type { Module } from '#platform/contributions/module.ts';
import { everyDay } from './jobs/every-day.ts';
import { readOnline } from './jobs/read-online.ts';
import { settleDuesLater } from './jobs/settle-dues.ts';
import { filesOfAgreements } from './agreements/queries/agreements.ts';
import { memberKeyFigures } from './figures/queries/figures.ts';
import { moneyPaths } from './money-paths.ts';
import { moneyTodo } from './money-todo.ts';
import { moneyRoutes } from './money-routes.ts';
import { paths } from './paths.ts';
import { membershipPersonalData } from './personal-data.ts';
import { keepers } from './policy.ts';
import type { MembershipSurroundings } from './ports.ts';
import { membershipConditions } from './queries/segment-conditions.ts';
import { membershipThread } from './queries/thread.ts';
import { membershipTodo } from './queries/todo.ts';
import { officeRoutes } from './web/office/routes.ts';
import { joinHomeBlocks, membershipAccountEntries, membershipSiteMap } from './web/public/ways-in.tsx';
import { publicRoutes } from './web/public/routes.ts';
import { membershipProcessing } from './processing.ts';

/** Joining the hub and staying a member: campaigns, applications, memberships, reminders. */
export function membershipModule(deps: MembershipSurroundings): Module {
  return {
    name: 'membership',
    routes(routes) {
      officeRoutes(routes, deps);
      publicRoutes(routes, deps);
      moneyRoutes(routes, deps);
    },
    navigation: [
      { label: 'Adhérer', path: paths.join, order: 16, where: 'header', under: '/le-pole' },
      { label: 'Adhérer', path: paths.join, order: 12, where: 'footer' },
      { label: 'Nos membres', path: moneyPaths.showcase, order: 17, where: 'header', under: '/le-pole' },
    ],
    officeNavigation: [{ label: 'Adhésions', path: paths.office, order: 22, roles: keepers, icon: 'users' }],
    jobs: [everyDay(deps), settleDuesLater(deps), readOnline(deps)],
    todo: async (ctx) => [...(await membershipTodo(ctx)), ...(await moneyTodo(ctx))],
    homeBlocks: joinHomeBlocks,
    accountEntries: membershipAccountEntries,
    siteMap: membershipSiteMap,
    keyFigures: memberKeyFigures,
    filesInUse: filesOfAgreements,
    thread: membershipThread,
    segmentConditions: membershipConditions,
    processing: membershipProcessing,
    personalData: membershipPersonalData,
  };
}
