import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import { keepers } from '../../policy.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { receiveAccept, receiveRefuse, showApplication } from './application-page.tsx';
import { receiveApplicationsBulk, showApplications } from './applications-page.tsx';
import { receiveCampaign, receiveState, showCampaign, showCampaigns, showNewCampaign } from './campaigns-page.tsx';
import { receiveCollege, showColleges } from './colleges-page.tsx';
import { receiveKept, showKept } from './kept-page.tsx';
import { sendMembers } from './list-export.ts';
import { showMembers } from './list-page.tsx';
import { receiveEnd, receiveStopFor, showMember } from './member-page.tsx';
import { receiveCalled, receiveRemind, showRemind } from './remind-page.tsx';
import { receiveType, showType } from './type-page.tsx';
import { receiveUnpaid, showUnpaid } from './unpaid-page.tsx';

/** What the team sees of memberships. */
export function officeRoutes(routes: RouteList, deps: MembershipDependencies): void {
  routes
    .get(paths.office, keepers, showMembers)
    .get(`${paths.office}.csv`, keepers, (exchange) => sendMembers(exchange, 'csv'))
    .get(`${paths.office}.xlsx`, keepers, (exchange) => sendMembers(exchange, 'xlsx'))
    .get(paths.type, keepers, (exchange) => showType(exchange))
    .post(paths.type, keepers, (exchange) => receiveType(exchange, deps))
    .get(paths.remindAll, keepers, showRemind)
    .post(paths.remindAll, keepers, (exchange) => receiveRemind(exchange, deps))
    .get(paths.applications, keepers, showApplications)
    .post(paths.applicationsBulk, keepers, (exchange) => receiveApplicationsBulk(exchange, deps))
    .get(paths.application(':id'), keepers, (exchange) => showApplication(exchange))
    .post(paths.applicationAct(':id', 'valider'), keepers, (exchange) => receiveAccept(exchange, deps))
    .post(paths.applicationAct(':id', 'refuser'), keepers, (exchange) => receiveRefuse(exchange, deps))
    .get(paths.unpaid(':id'), keepers, (exchange) => showUnpaid(exchange))
    .post(paths.unpaid(':id'), keepers, (exchange) => receiveUnpaid(exchange, deps))
    .get(paths.campaigns, keepers, showCampaigns)
    .get(paths.newCampaign, keepers, (exchange) => showNewCampaign(exchange))
    .post(paths.newCampaign, keepers, (exchange) => receiveCampaign(exchange, null))
    .get(paths.campaign(':id'), keepers, (exchange) => showCampaign(exchange))
    .post(paths.campaign(':id'), keepers, (exchange) => receiveCampaign(exchange, exchange.param('id')))
    .post(paths.campaignState(':id'), keepers, receiveState)
    .get(paths.kept, keepers, showKept)
    .post(paths.kept, keepers, receiveKept)
    .get(paths.colleges, keepers, (exchange) => showColleges(exchange))
    .post(paths.college(':id'), keepers, receiveCollege)
    .get(paths.membership(':id'), keepers, (exchange) => showMember(exchange, deps))
    .post(paths.membershipAct(':id', 'arreter'), keepers, (exchange) => receiveEnd(exchange, deps))
    .post(paths.membershipAct(':id', 'ne-plus-relancer'), keepers, receiveStopFor)
    .post(paths.membershipAct(':id', 'appele'), keepers, receiveCalled);
}
