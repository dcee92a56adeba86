import type { RouteList } from '#platform/http/exchange.ts';
import { keepers } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { dayPaths } from './paths.ts';
import { receiveMark, receiveQueue, receiveWalkIn, sendState } from './web/door-acts.ts';
import { showDoor } from './web/door-page.tsx';

/** The day itself: the door, badges, letters, rides. */
export function dayRoutes(routes: RouteList, deps: RegistrationDependencies): void {
  routes
    .get(dayPaths.door(':id'), keepers, showDoor)
    .post(dayPaths.door(':id'), keepers, receiveMark)
    .get(dayPaths.doorState(':id'), keepers, sendState)
    .post(dayPaths.doorSync(':id'), keepers, (exchange) => receiveQueue(exchange, deps))
    .post(dayPaths.walkIn(':id'), keepers, (exchange) => receiveWalkIn(exchange, deps));
}
