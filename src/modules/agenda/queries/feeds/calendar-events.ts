import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readPictures } from '#platform/pictures/picture.ts';
import { eventOf, type StoredEvent } from '../stored-event.ts';
import { agendaEvents, agendaOccurrences, venues } from '../../tables.ts';

/** A place as calendars and exports tell it. */
export type CalendarVenue = Pick<
  typeof venues.$inferSelect,
  'id' | 'name' | 'street' | 'postalCode' | 'city' | 'municipalityInsee' | 'lon' | 'lat' | 'access' | 'accessibility'
>;

/** One date of an event as kept. */
export type CalendarDate = typeof agendaOccurrences.$inferSelect & { venue: CalendarVenue | null };

/** An event with all that calendars and exports tell of it. */
export interface CalendarEvent {
  event: StoredEvent;
  venue: CalendarVenue | null;
  /** Who organises besides the hub; structures that everyone may read have an address. */
  organizers: readonly { name: string; slug: string | null }[];
  /** Whether its picture may be shown to everyone. */
  hasPicture: boolean;
  /** In order; those that no longer are of the event left out. */
  dates: readonly CalendarDate[];
}

/**
 * The events of these ids, of any status, in the order of the ids; with all their dates, or with that of `only`. One
 * read after the other: letters are written in the transaction of an act, which has one connection.
 */
export async function calendarEvents(
  db: Reader,
  ids: readonly string[],
  only: string | null = null,
): Promise<CalendarEvent[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(agendaEvents)
    .where(inArray(agendaEvents.id, [...ids]));
  const dates = await db
    .select()
    .from(agendaOccurrences)
    .where(
      and(
        inArray(agendaOccurrences.eventId, [...ids]),
        eq(agendaOccurrences.isLeftover, false),
        only === null ? undefined : eq(agendaOccurrences.id, only),
      ),
    )
    .orderBy(asc(agendaOccurrences.startsAt), asc(agendaOccurrences.id));
  const organizers = await organizersOfAll(db, ids);
  const places = await venuesOf(db, [...rows, ...dates]);
  const pictures = await readPictures(
    db,
    rows.flatMap(({ imageId }) => imageId ?? []),
  );
  const shown = new Set(pictures.filter(({ visibility }) => visibility === 'public').map(({ id }) => id));
  const datesOf = Map.groupBy(dates, ({ eventId }) => eventId);
  const placeOf = (id: string | null) => (id === null ? null : (places.get(id) ?? null));
  const found = new Map(
    rows.map((row) => {
      const own = datesOf.get(row.id) ?? [];
      const known = organizers.get(row.id) ?? [];
      return [
        row.id,
        {
          event: eventOf(row, []),
          venue: placeOf(row.venueId),
          organizers: known.map(({ name, slug }) => ({ name, slug })),
          hasPicture: row.imageId !== null && shown.has(row.imageId),
          dates: own.map((date) => ({ ...date, venue: placeOf(date.venueId) })),
        },
      ];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function venuesOf(
  db: Reader,
  rows: readonly { venueId: string | null }[],
): Promise<ReadonlyMap<string, CalendarVenue>> {
  const ids = [...new Set(rows.flatMap(({ venueId }) => venueId ?? []))];
  if (ids.length === 0) return new Map();
  const { id, name, street, postalCode, city, municipalityInsee, lon, lat, access, accessibility } = venues;
  const found = await db
    .select({ id, name, street, postalCode, city, municipalityInsee, lon, lat, access, accessibility })
    .from(venues)
    .where(inArray(venues.id, ids));
  return new Map(found.map((venue) => [venue.id, venue]));
}

interface OrganizerRow extends Record<string, unknown> {
  event_id: string;
  name: string;
  slug: string | null;
}

async function organizersOfAll(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, OrganizerRow[]>> {
  const { rows } = await db.execute<OrganizerRow>(sql`
    select g.event_id, coalesce(s.name, g.name) as name, s.slug from agenda_organizers g
      left join organizations s on s.hub_id = g.hub_id and s.id = g.organization_id
        and s.status = 'published' and s.trashed_at is null
    where g.event_id = any (${`{${ids.join(',')}}`}::uuid[]) and coalesce(s.name, g.name) <> ''
    order by g.event_id, g.position`);
  return Map.groupBy(rows, (row) => row.event_id);
}

/** The event and the date of an occurrence, of any status; null when there is none. */
export async function calendarDate(
  db: Reader,
  occurrenceId: string,
): Promise<{ of: CalendarEvent; date: CalendarDate } | null> {
  const [row] = await db
    .select({ eventId: agendaOccurrences.eventId })
    .from(agendaOccurrences)
    .where(eq(agendaOccurrences.id, occurrenceId));
  const [of] = row ? await calendarEvents(db, [row.eventId], occurrenceId) : [];
  const [date] = of?.dates ?? [];
  return of && date ? { of, date } : null;
}
