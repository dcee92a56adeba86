import { jsonPieces, send, textStream } from '#platform/http/download.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { csvContentType, csvStream } from '#platform/spreadsheet-export/index.ts';
import { eventPath } from '../../paths.ts';
import { calendarEvents } from '../../queries/feeds/calendar-events.ts';
import { feedEventIds } from '../../queries/feeds/feed-events.ts';
import {
  countOccurrences,
  listedOccurrences,
  type ListedOccurrence,
  type OccurrenceFilter,
} from '../../queries/listed-occurrences.ts';
import { daysOf, filterOf, readAgendaQuery } from '../public/agenda-query.ts';
import { dateColumns, endOf, startOf } from './date-columns.ts';
import { openAgendaEvent } from './open-agenda.ts';

const jsonType = 'application/json; charset=utf-8';
const inOneRead = 500;

/** What the address asks for; what is still to come unless it names days. */
function asked(exchange: Exchange): OccurrenceFilter {
  const query = readAgendaQuery(exchange.url.searchParams);
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.hub.zone).toPlainDate();
  const days = daysOf(query, today);
  return { ...filterOf(query), ...(days.from || days.to ? days : { from: today }) };
}

/** Every date that answers, read as the reader takes them. */
async function* eachDate(exchange: Exchange): AsyncGenerator<ListedOccurrence> {
  const filter = asked(exchange);
  for (let offset = 0; ; offset += inOneRead) {
    const dates = await listedOccurrences(exchange.ctx.db, filter, { limit: inOneRead, offset });
    yield* dates;
    if (dates.length < inOneRead) return;
  }
}

/** `GET /agenda.csv`: one line a date. */
export function sendDatesCsv(exchange: Exchange): Response {
  return send(exchange, csvStream(dateColumns(exchange.hub.origin), eachDate(exchange)), csvContentType, 'agenda.csv');
}

/** `GET /api/agenda.json`: the same dates for programs. */
export function sendDatesJson(exchange: Exchange): Response {
  const { origin, name, zone } = exchange.hub;
  const head = { agenda: name, url: `${origin}/agenda`, timezone: zone };
  return send(
    exchange,
    textStream(jsonPieces(head, 'dates', eachDate(exchange), (date) => dateOf(date, origin))),
    jsonType,
  );
}

function dateOf(date: ListedOccurrence, origin: string): object {
  return {
    id: date.id,
    eventId: date.eventId,
    title: date.title,
    summary: date.brief,
    type: date.type,
    state: date.state,
    start: startOf(date),
    end: endOf(date) || null,
    timezone: date.zone,
    allDay: date.isAllDay,
    isOwn: date.isOwn,
    perimeter: date.isOwn ? null : date.perimeter,
    organizers: date.organizers.map(({ name, slug }) => ({ name, url: slug ? `${origin}/annuaire/${slug}` : null })),
    attendance: date.attendance,
    venue: date.venue,
    free: date.isFree,
    conditions: date.conditions,
    url: origin + (date.originPath ?? eventPath(date.slug)),
  };
}

/** `GET /agenda/openagenda.json`: a page of events in the shape of the OpenAgenda API, `after[]` gives the next. */
export async function sendOpenAgenda(exchange: Exchange): Promise<Response> {
  const { ctx, hub, url } = exchange;
  const wanted = Math.trunc(Number(url.searchParams.get('size') ?? 100));
  const size = wanted >= 1 && wanted <= 300 ? wanted : 100;
  const after = url.searchParams.get('after[]') ?? '';
  const filter = asked(exchange);
  const [ids, total] = await Promise.all([
    feedEventIds(ctx.db, filter, { after: isId(after) ? after : null, limit: size }),
    countOccurrences(ctx.db, { ...filter, firstOfSeries: true }),
  ]);
  const events = await calendarEvents(ctx.db, ids);
  return exchange.http.json({
    success: true,
    total,
    size,
    after: ids.length === size ? [ids.at(-1)] : null,
    events: events.map((of) => openAgendaEvent(of, hub.origin)),
  });
}
