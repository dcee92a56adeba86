import type { RouteList } from '#platform/http/exchange.ts';
import {
  ownShiftsPath,
  ownStandPath,
  programmeCalendarPath,
  programmePath,
  programmePdfPath,
  standsPath,
  volunteersPath,
} from '../../paths.ts';
import type { ProgrammeDependencies } from '../../ports.ts';
import { showProgramme } from './programme-page.tsx';
import { sendChosenCalendar, sendProgramme } from './send-programme.ts';
import { receiveOwnStand, receiveStand, showOwnStand, showStandForm } from './stands-page.tsx';
import { receiveOwnShift, receiveVolunteer, showOwnShifts, showVolunteers } from './volunteers-page.tsx';

const form = { perMinute: 12 };
const own = { perMinute: 60 };

/** The programme of a large day as everyone sees it, and the ways to take part. */
export function publicRoutes(routes: RouteList, deps: ProgrammeDependencies): void {
  routes.get(programmePath(':slug'), 'anyone', showProgramme);
  routes.get(programmePdfPath(':slug'), 'anyone', (exchange) => sendProgramme(exchange, deps), { perMinute: 40 });
  routes.get(programmeCalendarPath(':slug'), 'anyone', sendChosenCalendar, { perMinute: 60 });
  routes.get(standsPath(':slug'), 'anyone', showStandForm);
  routes.post(standsPath(':slug'), 'anyone', (exchange) => receiveStand(exchange, deps), form);
  routes.get(ownStandPath(':slug', ':token'), 'anyone', (exchange) => showOwnStand(exchange, deps), own);
  routes.post(ownStandPath(':slug', ':token'), 'anyone', (exchange) => receiveOwnStand(exchange, deps), form);
  routes.get(volunteersPath(':slug'), 'anyone', showVolunteers);
  routes.post(volunteersPath(':slug'), 'anyone', (exchange) => receiveVolunteer(exchange, deps), form);
  routes.get(ownShiftsPath(':slug', ':token'), 'anyone', (exchange) => showOwnShifts(exchange, deps), own);
  routes.post(ownShiftsPath(':slug', ':token'), 'anyone', (exchange) => receiveOwnShift(exchange, deps), form);
}
