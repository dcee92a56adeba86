import { createHash } from 'node:crypto';
import {
  calendarChunks,
  calendarContentType,
  writeCalendar,
  type CalendarEntry,
} from '#platform/calendar/write-calendar.ts';
import { textStream } from '#platform/http/download.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isKnownAnswer } from '#platform/http/known-answer.ts';
import { httpDate } from '#platform/feeds/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { eventCalendarPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { calendarEvents } from '../../queries/feeds/calendar-events.ts';
import { eachFeedEvent, lastAgendaChange } from '../../queries/feeds/feed-events.ts';
import { organizerAt } from '../../queries/feeds/organizer-at.ts';
import type { OccurrenceFilter } from '../../queries/listed-occurrences.ts';
import { eventAt, isPublic } from '../../queries/stored-event.ts';
import { filterOf, readAgendaQuery } from '../public/agenda-query.ts';
import { dateEntry, eventEntries, type CalendarSpeaker } from './event-entries.ts';

/** Dates stay in the calendars of others this long once past, and those called off too. */
const keptDays = 92;

/** `GET /agenda.ics`, `/agenda/type/<type>.ics`, `/agenda/communes/<insee>.ics`: what the address narrows, as a calendar to follow. */
export async function sendAgendaCalendar(
  exchange: Exchange,
  deps: AgendaDependencies,
  more: { type?: string; commune?: string } = {},
): Promise<Response> {
  const search = new URLSearchParams(exchange.url.searchParams);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const query = readAgendaQuery(search);
  if (more.type !== undefined && query.type === null) return exchange.notFound();
  if (more.commune !== undefined && (query.town === null || !findMunicipality({ insee: query.town })))
    return exchange.notFound();
  const { name } = await deps.hubLook(exchange.hub.id);
  const town = query.town === null ? null : findMunicipality({ insee: query.town })?.municipality.name;
  const words = [query.type && eventTypeFacts[query.type].label, town].filter(Boolean).join(', ');
  return sendFollowed(exchange, filterOf(query), {
    hubName: name,
    title: words ? `${words} — ${name}` : `Agenda — ${name}`,
  });
}

/** `GET /annuaire/<slug>/agenda.ics`: what one structure organises. */
export async function sendOrganizerCalendar(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const organizer = await organizerAt(exchange.ctx.db, exchange.param('slug'));
  if (!organizer) return exchange.notFound();
  const { name } = await deps.hubLook(exchange.hub.id);
  return sendFollowed(
    exchange,
    { organizationId: organizer.id },
    { hubName: name, title: `Agenda — ${organizer.name}` },
  );
}

async function sendFollowed(
  exchange: Exchange,
  filter: OccurrenceFilter,
  { hubName, title }: { hubName: string; title: string },
): Promise<Response> {
  const { ctx, hub } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(hub.zone).toPlainDate();
  const changedAt = await lastAgendaChange(ctx.db);
  const headers = validatorsOf([hub.origin, title, JSON.stringify(filter), today.toString()], changedAt);
  if (isKnownAnswer(exchange, headers)) return new Response(null, { status: 304, headers });
  const speaker = { origin: hub.origin, hubName };
  async function* entries(): AsyncGenerator<CalendarEntry[]> {
    const since = today.subtract({ days: keptDays });
    for await (const some of eachFeedEvent(ctx.db, { ...filter, from: since }))
      yield some.flatMap((of) => eventEntries(of, speaker));
  }
  const source = hub.origin + exchange.url.pathname + exchange.url.search;
  const body = textStream(calendarChunks({ name: title, source, entries: entries() }));
  return new Response(body, { headers: { ...headers, ...calendarHeaders('agenda') } });
}

/** `GET /agenda/<slug>.ics`, or one of its dates with `?date=`. */
export async function sendEventCalendar(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const slug = exchange.param('file').slice(0, -'.ics'.length);
  const event = await eventAt(ctx.db, slug);
  if (!event || !isPublic(event)) return exchange.notFound();
  const asked = exchange.query('date');
  if (event.slug !== slug) return exchange.redirect(eventCalendarPath(event.slug, asked || undefined));
  const [of] = await calendarEvents(ctx.db, [event.id]);
  const { name: hubName } = await deps.hubLook(hub.id);
  const date =
    asked === ''
      ? null
      : of?.dates.find(({ originalLocal }) => originalLocal.toString().startsWith(asked.slice(0, 16)));
  if (!of || date === undefined) return exchange.notFound();
  const speaker: CalendarSpeaker = { origin: hub.origin, hubName };
  const entries = date ? [dateEntry(of, date, speaker)] : eventEntries(of, speaker);
  const text = writeCalendar({ name: date?.title ?? event.fields.title, entries });
  const headers = validatorsOf([text], event.updatedAt);
  if (isKnownAnswer(exchange, headers)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, ...calendarHeaders(slug) } });
}

export function validatorsOf(
  parts: readonly string[],
  changedAt: Temporal.Instant | null,
): { etag: string; 'last-modified': string; 'cache-control': string } {
  const at = changedAt ?? Temporal.Instant.fromEpochMilliseconds(0);
  const hash = createHash('sha256')
    .update(JSON.stringify([...parts, at.toString()]))
    .digest('base64url');
  return { etag: `W/"${hash.slice(0, 22)}"`, 'last-modified': httpDate(at), 'cache-control': 'public, no-cache' };
}

const calendarHeaders = (name: string) => ({
  'content-type': calendarContentType,
  'content-disposition': `inline; filename="${name}.ics"`,
});
