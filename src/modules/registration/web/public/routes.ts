import type { RouteList } from '#platform/http/exchange.ts';
import { openTurns } from '../../commands/turns.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import {
  receiveOwnAnswer,
  receiveOwnCancel,
  receiveOwnChange,
  receiveOwnTransfer,
  receiveOwnWorkshops,
  sendOwnCalendar,
} from './own-acts.ts';
import { ownPage } from './own-page.tsx';
import { receiveRegister, showRegister } from './register-acts.ts';

/** Browsers send forms of pages without referrer as from nowhere: the secret in the address stands for the origin. */
const behindSecret = { perMinute: 30, bodyLimit: 60_000, machinePost: true };

// A class, an office or a whole school may stand behind one address: three hundred a minute is more than any of them,
// and far less than a robot. What bounds mail to strangers is counted by mailbox (letters.ts).
const fromOneAddress = { perMinute: 300, bodyLimit: 200_000 };

// Those who race for the last seat wait in memory, four at a time at the lock, and leave connections to the others.
const atOnce = 4;

/** What those who register see. */
export function publicRoutes(routes: RouteList, deps: RegistrationDependencies): void {
  const inTurn = openTurns(atOnce);
  routes
    .get(paths.register(':slug'), 'anyone', showRegister)
    .post(paths.register(':slug'), 'anyone', (exchange) => receiveRegister(exchange, deps, inTurn), fromOneAddress)
    .get(paths.own(':secret'), 'anyone', (exchange) => ownPage(exchange, deps))
    .get(paths.ownCalendar(':secret'), 'anyone', sendOwnCalendar)
    .post(paths.ownChange(':secret'), 'anyone', (exchange) => receiveOwnChange(exchange, deps), behindSecret)
    .post(paths.ownCancel(':secret'), 'anyone', (exchange) => receiveOwnCancel(exchange, deps), behindSecret)
    .post(paths.ownTransfer(':secret'), 'anyone', (exchange) => receiveOwnTransfer(exchange, deps), behindSecret)
    .post(paths.ownWorkshops(':secret'), 'anyone', (exchange) => receiveOwnWorkshops(exchange, deps), behindSecret)
    .post(paths.ownAnswer(':secret'), 'anyone', (exchange) => receiveOwnAnswer(exchange, deps), behindSecret);
}
