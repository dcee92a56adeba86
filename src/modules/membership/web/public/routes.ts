import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { receiveApply, showApply, suggestStructures } from './apply-acts.ts';
import { showJoin } from './join-page.tsx';
import { receiveChange, receiveWithdraw, showChange } from './own-acts.ts';
import { showOwn } from './own-page.tsx';
import { sendPaperForm } from './paper-form.ts';
import { receiveRenew, receiveStop, showRenew } from './renew-page.tsx';

const few = { perMinute: 10, bodyLimit: 100_000 };
/** Pages behind a secret tell nobody their address: the secret stands for the origin of their forms. */
const behindSecret = { ...few, machinePost: true };

/** What whoever joins, follows and renews sees. */
export function publicRoutes(routes: RouteList, deps: MembershipDependencies): void {
  routes
    .get(paths.join, 'anyone', showJoin)
    .get(`${paths.join}/structures`, 'anyone', suggestStructures, { perMinute: 120 })
    .get(paths.paperForm, 'anyone', (exchange) => sendPaperForm(exchange, deps), { perMinute: 20 })
    .get(paths.joinAs(':who'), 'anyone', showApply)
    .post(paths.joinAs(':who'), 'anyone', (exchange) => receiveApply(exchange, deps), { ...few, perDay: 100 })
    .get(paths.own(':secret'), 'anyone', (exchange) => showOwn(exchange, deps), { perMinute: 60 })
    .get(paths.ownChange(':secret'), 'anyone', (exchange) => showChange(exchange), { perMinute: 60 })
    .post(paths.ownChange(':secret'), 'anyone', (exchange) => receiveChange(exchange, deps), behindSecret)
    .post(paths.ownWithdraw(':secret'), 'anyone', (exchange) => receiveWithdraw(exchange, deps), behindSecret)
    .get(paths.renew(':secret'), 'anyone', (exchange) => showRenew(exchange, deps), { perMinute: 60 })
    .post(paths.renew(':secret'), 'anyone', (exchange) => receiveRenew(exchange, deps), behindSecret)
    .post(paths.stopReminders(':secret'), 'anyone', receiveStop, behindSecret);
}
