import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { takesPlace } from '../domain/event-states.ts';
import { agendaEvents, agendaOccurrences } from '../tables.ts';
import { isPublic } from './stored-event.ts';

/** One date of an event, public or not, as other modules and the office need it. */
export interface EventOccurrence {
  id: string;
  eventId: string;
  slug: string;
  title: string;
  zone: string;
  isAllDay: boolean;
  hasEnd: boolean;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  originalLocal: Temporal.PlainDateTime;
  venueId: string | null;
  isMoved: boolean;
  note: string;
  /** This date, or the whole event, is called off. */
  isCancelled: boolean;
  isLeftover: boolean;
  /** Whether everyone may read the event. */
  isPublic: boolean;
}

// An event has long texts, and may have hundreds of dates.
const { slug, title, zone, venueId, state, status, trashedAt } = agendaEvents;
const shownOfEvent = { id: agendaEvents.id, slug, title, zone, venueId, state, status, trashedAt };

/** The dates of these events, or those of these ids, in order. */
export async function occurrencesOf(
  db: Reader,
  wanted: { eventIds: readonly string[] } | { occurrenceIds: readonly string[] },
): Promise<EventOccurrence[]> {
  const ids = 'eventIds' in wanted ? wanted.eventIds : wanted.occurrenceIds;
  if (ids.length === 0) return [];
  const which: SQL = inArray('eventIds' in wanted ? agendaOccurrences.eventId : agendaOccurrences.id, [...ids]);
  const rows = await db
    .select({ event: shownOfEvent, date: agendaOccurrences })
    .from(agendaOccurrences)
    .innerJoin(
      agendaEvents,
      and(eq(agendaEvents.hubId, agendaOccurrences.hubId), eq(agendaEvents.id, agendaOccurrences.eventId)),
    )
    .where(which)
    .orderBy(asc(agendaOccurrences.startsAt), asc(agendaOccurrences.id));
  return rows.map(({ event, date }) => ({
    id: date.id,
    eventId: event.id,
    slug: event.slug,
    title: date.title ?? event.title,
    zone: event.zone,
    isAllDay: date.isAllDay,
    hasEnd: date.hasEnd,
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    startsOn: date.startsOn,
    lastOn: date.lastOn,
    originalLocal: date.originalLocal,
    venueId: date.venueId ?? event.venueId,
    isMoved: date.isMoved,
    note: date.note,
    isCancelled: date.isCancelled || !takesPlace(event.state),
    isLeftover: date.isLeftover,
    isPublic: isPublic(event),
  }));
}
