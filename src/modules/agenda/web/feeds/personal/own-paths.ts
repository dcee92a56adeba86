import type { Exchange } from '#platform/http/exchange.ts';
import { agendaPath } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { ownCalendar, type OwnCalendar } from '../../../queries/feeds/own-calendars.ts';

export const ownCalendarBase = `${agendaPath}/mon-agenda`;

/** The page of a calendar of one's own; the calendar itself ends in `.ics`. Its address is its only key. */
export function ownCalendarPath({ links }: Pick<AgendaDependencies, 'links'>, hubId: string, id: string): string {
  return `${ownCalendarBase}/${links.write('calendar', hubId, id)}`;
}

/** The calendar whose address was asked; null when it never was, or was closed. */
export async function calendarAsked(
  exchange: Exchange,
  { links }: Pick<AgendaDependencies, 'links'>,
): Promise<OwnCalendar | null> {
  const id = links.read('calendar', exchange.ctx.hubId, exchange.param('secret').replace(/\.ics$/, ''));
  return id === null ? null : ownCalendar(exchange.ctx.db, id);
}
