import type { RouteList } from '#platform/http/exchange.ts';
import { fileBodyLimit } from '#platform/stored-files/index.ts';
import { moneyPaths } from '../money-paths.ts';
import { keepers } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import {
  receiveAgreement,
  receiveAgreementFile,
  receiveCommitment,
  receiveCommitmentState,
  showAgreement,
  showNewAgreement,
} from './web/agreement-page.tsx';
import { showAgreements } from './web/agreements-page.tsx';

/** Agreements with authorities and partners. */
export function agreementRoutes(routes: RouteList, deps: MembershipDependencies): void {
  routes
    .get(moneyPaths.agreements, keepers, showAgreements)
    .get(moneyPaths.newAgreement, keepers, (exchange) => showNewAgreement(exchange))
    .post(moneyPaths.newAgreement, keepers, (exchange) => receiveAgreement(exchange, null))
    .get(moneyPaths.agreement(':id'), keepers, (exchange) => showAgreement(exchange))
    .post(moneyPaths.agreement(':id'), keepers, (exchange) => receiveAgreement(exchange, exchange.param('id')))
    .post(moneyPaths.agreementAct(':id', 'engagements'), keepers, receiveCommitment)
    .post(moneyPaths.agreementAct(':id', 'engagement'), keepers, receiveCommitmentState)
    .post(moneyPaths.agreementAct(':id', 'papiers'), keepers, (exchange) => receiveAgreementFile(exchange, deps), {
      bodyLimit: fileBodyLimit,
    });
}
