import { calendarChunks, calendarContentType, type CalendarEntry } from '#platform/calendar/write-calendar.ts';
import { textStream } from '#platform/http/download.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { calendarEvents } from '../../../queries/feeds/calendar-events.ts';
import { eachFeedEvent } from '../../../queries/feeds/feed-events.ts';
import type { OwnCalendar } from '../../../queries/feeds/own-calendars.ts';
import { filterOf, readAgendaQuery } from '../../public/agenda-query.ts';
import { dateEntry, eventEntries, type CalendarSpeaker } from '../event-entries.ts';
import { calendarAsked } from './own-paths.ts';

const keptDays = 31;

/** `GET /agenda/mon-agenda/<secret>.ics`: with alarms, for its owner alone. */
export async function sendOwnCalendar(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const calendar = await calendarAsked(exchange, deps);
  if (!calendar) return exchange.notFound();
  const { name: hubName } = await deps.hubLook(exchange.hub.id);
  const { alarmMinutes } = calendar;
  const speaker: CalendarSpeaker = {
    origin: exchange.hub.origin,
    hubName,
    ...(alarmMinutes === null ? {} : { alarmBefore: Temporal.Duration.from({ minutes: alarmMinutes }) }),
  };
  const name = calendar.name || `Mon agenda — ${hubName}`;
  const pieces = calendarChunks({ name, entries: entriesOf(exchange, deps, calendar, speaker) });
  return new Response(textStream(pieces), {
    headers: {
      'content-type': calendarContentType,
      'content-disposition': 'inline; filename="mon-agenda.ics"',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  });
}

async function* entriesOf(
  { ctx, hub }: Exchange,
  deps: AgendaDependencies,
  calendar: OwnCalendar,
  speaker: CalendarSpeaker,
): AsyncGenerator<CalendarEntry[]> {
  const since = ctx.clock.now().toZonedDateTimeISO(hub.zone).toPlainDate().subtract({ days: keptDays });
  const registered =
    calendar.hasRegistrations && calendar.personId !== null
      ? await deps.registration.registeredTo(ctx, calendar.personId)
      : [];
  const dates = Map.groupBy(registered, ({ eventId }) => eventId);
  for (const of of await calendarEvents(ctx.db, [...dates.keys()])) {
    const wanted = dates.get(of.event.id) ?? [];
    const isWhole = wanted.some(({ occurrenceId }) => occurrenceId === null);
    yield of.dates
      .filter(
        ({ id, lastOn }) =>
          Temporal.PlainDate.compare(lastOn, since) >= 0 &&
          (isWhole || wanted.some(({ occurrenceId }) => occurrenceId === id)),
      )
      .map((date) => dateEntry(of, date, { ...speaker, forRegistered: true }));
  }
  if (!calendar.hasAgenda) return;
  const filter = filterOf(readAgendaQuery(new URLSearchParams(calendar.question)));
  for await (const some of eachFeedEvent(ctx.db, { ...filter, from: since }))
    yield some.filter(({ event }) => !dates.has(event.id)).flatMap((of) => eventEntries(of, speaker));
}
