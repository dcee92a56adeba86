import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { receiveContact, showContact } from './contact-page.tsx';
import { findRequest, showFindRequest } from './find-page.tsx';
import { showOwnRequest } from './follow-page.tsx';
import { receiveOwnMessage, receiveOwnSlot, sendOwnSlot, withdrawOwnRequest } from './own-acts.ts';
import { thankForContact } from './thanks-page.tsx';

/**
 * Pages behind a secret tell nobody their address, so older browsers send their forms as from nowhere: the secret in
 * the address, which no other site knows, stands for the origin.
 */
const behindSecret = { perMinute: 10, bodyLimit: 40_000, machinePost: true };

/** What those who ask see. */
export function publicRoutes(routes: RouteList, deps: AdviceDependencies): void {
  routes
    .get(paths.contact, 'anyone', showContact)
    .post(paths.contact, 'anyone', (exchange) => receiveContact(exchange, deps), { perMinute: 6, bodyLimit: 40_000 })
    .get(paths.contactThanks, 'anyone', (exchange) => thankForContact(exchange, deps))
    .get(paths.findRequest, 'anyone', showFindRequest)
    .post(paths.findRequest, 'anyone', (exchange) => findRequest(exchange, deps), { perMinute: 5, bodyLimit: 4_000 })
    .get(paths.ownRequest(':secret'), 'anyone', showOwnRequest)
    .post(paths.ownMessage(':secret'), 'anyone', (exchange) => receiveOwnMessage(exchange, deps), behindSecret)
    .post(paths.ownSlot(':secret'), 'anyone', (exchange) => receiveOwnSlot(exchange, deps), behindSecret)
    .get(paths.ownSlotFile(':secret'), 'anyone', sendOwnSlot)
    .post(paths.withdraw(':secret'), 'anyone', withdrawOwnRequest, behindSecret);
}
