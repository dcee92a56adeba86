import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { receiveDecision, receiveProof, receiveUndo, showAddressLink } from './address-pages.tsx';
import { receiveAskRights, showAskRights } from './ask-page.tsx';
import {
  receiveCorrection,
  receiveErasure,
  receiveOpening,
  receiveOtherAddress,
  receiveWithdrawal,
  sendOwnData,
} from './own-acts.ts';
import { showOwnRights } from './own-page.tsx';

/** Pages behind a secret tell nobody their address: the secret stands for the origin of their forms. */
const behindSecret = { perMinute: 20, bodyLimit: 20_000, machinePost: true };

/** What someone without account does about what is held of her. */
export function rightsRoutes(routes: RouteList, deps: PeopleDependencies): void {
  const own = paths.ownRights(':secret');
  routes
    .get(paths.rights, 'anyone', showAskRights)
    .post(paths.rights, 'anyone', receiveAskRights, { perMinute: 6, perDay: 30, bodyLimit: 4_000 })
    .get(own, 'anyone', showOwnRights(deps))
    .get(`${own}/donnees.json`, 'anyone', sendOwnData(deps, 'json'))
    .get(`${own}/donnees.html`, 'anyone', sendOwnData(deps, 'html'))
    .post(`${own}/ouvrir`, 'anyone', receiveOpening, behindSecret)
    .post(`${own}/corriger`, 'anyone', receiveCorrection(deps), behindSecret)
    .post(`${own}/adresse`, 'anyone', receiveOtherAddress(deps), behindSecret)
    .post(`${own}/accords`, 'anyone', receiveWithdrawal, behindSecret)
    .post(`${own}/effacer`, 'anyone', receiveErasure, behindSecret)
    .get(paths.newAddress(':secret'), 'anyone', showAddressLink('new'))
    .post(paths.newAddress(':secret'), 'anyone', receiveProof(deps), behindSecret)
    .get(paths.addressLeft(':secret'), 'anyone', showAddressLink('left'))
    .post(paths.addressLeft(':secret'), 'anyone', receiveUndo, behindSecret)
    .post(paths.sharedAddress(':id'), ['employee'], receiveDecision(deps));
}
