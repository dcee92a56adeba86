import type { RouteList } from '#platform/http/exchange.ts';
import { keepers } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { dayPaths } from './paths.ts';
import { sendBadges } from './web/badges.ts';
import { receiveMark, receiveQueue, receiveWalkIn, sendState } from './web/door-acts.ts';
import { showDoor } from './web/door-page.tsx';
import { receiveMessage, showMessages } from './web/messages-page.tsx';
import { receiveOwnRide, showOwnRides } from './web/own-rides-page.tsx';
import { showRides } from './web/rides-page.tsx';

/** The day itself: the door, badges, letters, rides. */
export function dayRoutes(routes: RouteList, deps: RegistrationDependencies): void {
  routes
    .get(dayPaths.door(':id'), keepers, showDoor)
    .post(dayPaths.door(':id'), keepers, receiveMark)
    .get(dayPaths.doorState(':id'), keepers, sendState)
    .post(dayPaths.doorSync(':id'), keepers, (exchange) => receiveQueue(exchange, deps))
    .post(dayPaths.walkIn(':id'), keepers, (exchange) => receiveWalkIn(exchange, deps))
    .get(dayPaths.badges(':id'), keepers, sendBadges)
    .get(dayPaths.messages(':id'), keepers, showMessages)
    .post(dayPaths.messages(':id'), keepers, (exchange) => receiveMessage(exchange, deps))
    .get(dayPaths.rides(':id'), keepers, showRides)
    .get(dayPaths.ownRides(':secret'), 'anyone', showOwnRides, { perMinute: 60 })
    .post(dayPaths.ownRides(':secret'), 'anyone', (exchange) => receiveOwnRide(exchange, deps), {
      perMinute: 20,
      bodyLimit: 10_000,
      machinePost: true,
    });
}
