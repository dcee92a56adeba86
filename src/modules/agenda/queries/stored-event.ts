import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { EventStatus } from '../domain/event-status.ts';
import type { EventFields } from '../event/agenda-event.ts';
import { agendaEvents, agendaEventSlugs, agendaOrganizers } from '../tables.ts';

/** An event as it is kept. */
export interface StoredEvent {
  id: string;
  slug: string;
  version: number;
  status: EventStatus;
  trashedAt: Temporal.Instant | null;
  fields: EventFields;
  /** Time zone of its local times. */
  zone: string;
  sequence: number;
  /** Who typed it, among the people of the hub. */
  personId: string | null;
  /** The module that keeps it, when it is not the agenda: where it is shown and edited. */
  origin: { module: string; path: string; officePath: string } | null;
  repeatsId: string | null;
  moderationNote: string;
  publishedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
}

type Row = typeof agendaEvents.$inferSelect;
type OrganizerRow = Pick<typeof agendaOrganizers.$inferSelect, 'organizationId' | 'name'>;

/** A row and its organisers in the shape of the editor. */
export function eventOf(row: Row, organizers: readonly OrganizerRow[]): StoredEvent {
  const { id, slug, version, status, trashedAt, zone, sequence, personId, repeatsId, moderationNote } = row;
  const { publishedAt, createdAt, updatedAt } = row;
  return {
    id,
    slug,
    version,
    status,
    trashedAt,
    fields: fieldsOf(row, organizers),
    zone,
    sequence,
    personId,
    origin: row.origin === null ? null : { module: row.origin, path: row.originPath, officePath: row.originOfficePath },
    repeatsId,
    moderationNote,
    publishedAt,
    createdAt,
    updatedAt,
  };
}

function fieldsOf(row: Row, organizers: readonly OrganizerRow[]): EventFields {
  const { startsLocal: starts, endsLocal: ends, isAllDay } = row;
  return {
    title: row.title,
    brief: row.brief,
    body: row.body,
    type: row.type,
    state: row.state,
    stateNote: row.stateNote,
    isOwn: row.isOwn,
    perimeter: row.perimeter,
    organizers: organizers.map(({ organizationId, name }) => ({ organizationId, name })),
    zone: row.zone,
    startsOn: starts.toPlainDate().toString(),
    startsAt: isAllDay ? null : timeText(starts),
    endsOn: ends && endDay(starts, ends, isAllDay),
    endsAt: isAllDay || !ends ? null : timeText(ends),
    rule: row.rule,
    alsoOn: row.alsoOn,
    exceptOn: row.exceptOn,
    attendance: row.attendance,
    onlineLink: row.onlineLink,
    isLinkPublic: row.isLinkPublic,
    venueId: row.venueId,
    placeNote: row.placeNote,
    isFree: row.isFree,
    conditions: row.conditions,
    registrationUrl: row.registrationUrl,
    audiences: row.audiences,
    themes: row.themes,
    imageId: row.imageId,
    imageAlternative: row.imageAlternative,
    imageCredit: row.imageCredit,
    files: row.files,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
    contactEmail: row.contactEmail,
  };
}

const timeText = (moment: Temporal.PlainDateTime) => moment.toPlainTime().toString({ smallestUnit: 'minute' });

/** Null where the editor finds the end day by itself. */
function endDay(starts: Temporal.PlainDateTime, ends: Temporal.PlainDateTime, isAllDay: boolean): string | null {
  const [first, last] = [starts.toPlainDate(), ends.toPlainDate()];
  if (first.equals(last)) return null;
  const isNight = !isAllDay && first.until(last).days === 1 && timeText(ends) <= timeText(starts);
  return isNight ? null : last.toString();
}

/** An event of any status, trash included. For those who may edit it. */
export async function readEvent(db: Reader, id: string): Promise<StoredEvent | null> {
  const [row] = await db.select().from(agendaEvents).where(eq(agendaEvents.id, id));
  return row ? eventOf(row, await organizersOf(db, id)) : null;
}

/** What answers at an address: an event, or the address that replaced it. Null when nobody ever stood there. */
export async function eventAt(db: Reader, slug: string): Promise<StoredEvent | null> {
  const [found] = await db
    .select({ id: agendaEventSlugs.eventId })
    .from(agendaEventSlugs)
    .where(eq(agendaEventSlugs.slug, slug));
  return found ? readEvent(db, found.id) : null;
}

/** Who organises an event, in order. */
export async function organizersOf(db: Reader, eventId: string): Promise<OrganizerRow[]> {
  return db
    .select({ organizationId: agendaOrganizers.organizationId, name: agendaOrganizers.name })
    .from(agendaOrganizers)
    .where(eq(agendaOrganizers.eventId, eventId))
    .orderBy(asc(agendaOrganizers.position));
}

/** Whether everyone may read it. */
export function isPublic(event: Pick<StoredEvent, 'status' | 'trashedAt'>): boolean {
  return event.status === 'published' && event.trashedAt === null;
}
