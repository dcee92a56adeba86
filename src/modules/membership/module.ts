import type { Module } from '#platform/contributions/module.ts';
import { everyDay } from './jobs/every-day.ts';
import { settleDuesLater } from './jobs/settle-dues.ts';
import { paths } from './paths.ts';
import { membershipPersonalData } from './personal-data.ts';
import { keepers } from './policy.ts';
import type { MembershipDependencies } from './ports.ts';

/** Joining the hub and staying a member: campaigns, applications, memberships, reminders. */
export function membershipModule(deps: MembershipDependencies): Module {
  return {
    name: 'membership',
    officeNavigation: [{ label: 'Adhésions', path: paths.office, order: 22, roles: keepers, icon: 'users' }],
    jobs: [everyDay(deps), settleDuesLater(deps)],
    personalData: membershipPersonalData,
  };
}
