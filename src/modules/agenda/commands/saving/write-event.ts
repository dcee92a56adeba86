import { eq, inArray } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { freeAddress } from '#platform/ids/free-address.ts';
import { openPictures } from '#platform/pictures/open-pictures.ts';
import { openFiles } from '#platform/stored-files/index.ts';
import type { EventStatus } from '../../domain/event-status.ts';
import { takesPlace } from '../../domain/event-states.ts';
import { timeOf, type EventFields } from '../../event/agenda-event.ts';
import { agendaChanged, datesChanged, eventPublished, type DatesChanged } from '../../facts.ts';
import { reservedSlugs } from '../../paths.ts';
import { isPublic, type StoredEvent } from '../../queries/stored-event.ts';
import { agendaEvents, agendaEventSlugs, agendaOccurrences, agendaOrganizers, agendaOutcomes } from '../../tables.ts';
import { indexEvent } from './index-event.ts';
import { writeDates } from './write-dates.ts';

/** An event to be. */
export interface NewEvent {
  fields: EventFields;
  status: EventStatus;
  /** The module that keeps it, when it is not the agenda. */
  origin?: StoredEvent['origin'];
  repeatsId?: string | null;
  /** The end of a series cut in two: these dates, with all that hangs on them, are its own from now on. */
  continues?: { of: StoredEvent; occurrenceIds: readonly string[] };
}

/** Adds an event with its dates, its address, and what can be searched. */
export async function addEvent(
  work: CommandContext,
  { fields, status, origin, repeatsId, continues }: NewEvent,
): Promise<StoredEvent> {
  const [id, now] = [work.newId(), work.now()];
  const event: StoredEvent = {
    id,
    slug: id,
    version: 1,
    status,
    trashedAt: null,
    fields,
    zone: fields.zone ?? work.zone,
    sequence: 0,
    personId: continues ? continues.of.personId : (work.actor?.personId ?? null),
    origin: origin ?? null,
    repeatsId: repeatsId ?? null,
    moderationNote: '',
    publishedAt: status === 'published' ? (continues?.of.publishedAt ?? now) : null,
    createdAt: now,
    updatedAt: now,
  };
  await work.db.insert(agendaEvents).values({
    id,
    slug: id,
    status,
    personId: event.personId,
    repeatsId: event.repeatsId,
    origin: origin?.module ?? null,
    originPath: origin?.path ?? '',
    originOfficePath: origin?.officePath ?? '',
    publishedAt: event.publishedAt,
    createdAt: now,
    updatedAt: now,
    ...columnsOf(event),
  });
  await writeOrganizers(work, event);
  const added = { ...event, slug: await allocateSlug(work, id, fields) };
  await work.db.update(agendaEvents).set({ slug: added.slug }).where(eq(agendaEvents.id, id));
  const wasPublic = continues !== undefined && isPublic(continues.of);
  if (continues) await adoptDates(work, id, continues.occurrenceIds);
  const moved = await writeDates(work, added, { wasPublic });
  const dates = wasPublic ? [...moved, ...(await wholeChange(work, continues.of, added))] : [];
  await tellOf(work, added, { wasPublic, isNew: !continues, dates });
  return added;
}

async function adoptDates(work: CommandContext, eventId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await work.db
    .update(agendaOccurrences)
    .set({ eventId })
    .where(inArray(agendaOccurrences.id, [...ids]));
  await work.db
    .update(agendaOutcomes)
    .set({ eventId })
    .where(inArray(agendaOutcomes.occurrenceId, [...ids]));
}

/** What changes of an event; what is left out stays. */
export interface EventChange {
  fields?: EventFields;
  status?: EventStatus;
  trashedAt?: Temporal.Instant | null;
  moderationNote?: string;
  origin?: StoredEvent['origin'];
}

/** Saves a change of an event already locked, and what follows from it. */
export async function writeEvent(work: CommandContext, stored: StoredEvent, change: EventChange): Promise<StoredEvent> {
  const now = work.now();
  const before = stored.fields;
  const given = change.fields ?? before;
  const fields = given.exceptOn === undefined ? { ...given, exceptOn: before.exceptOn ?? [] } : given;
  const status = change.status ?? stored.status;
  const event: StoredEvent = {
    ...stored,
    ...change,
    fields,
    status,
    zone: fields.zone ?? stored.zone,
    version: stored.version + 1,
    sequence: stored.sequence + (isOtherAppointment(before, fields) ? 1 : 0),
    publishedAt: status === 'published' ? (stored.publishedAt ?? now) : stored.publishedAt,
    updatedAt: now,
  };
  await work.db
    .update(agendaEvents)
    .set({
      status,
      version: event.version,
      sequence: event.sequence,
      trashedAt: event.trashedAt,
      moderationNote: event.moderationNote,
      origin: event.origin?.module ?? null,
      originPath: event.origin?.path ?? '',
      originOfficePath: event.origin?.officePath ?? '',
      publishedAt: event.publishedAt,
      updatedAt: now,
      ...columnsOf(event),
    })
    .where(eq(agendaEvents.id, stored.id));
  await work.db.delete(agendaOrganizers).where(eq(agendaOrganizers.eventId, stored.id));
  await writeOrganizers(work, event);
  const wasPublic = isPublic(stored);
  if (fields.title !== before.title && stored.publishedAt === null) {
    event.slug = await allocateSlug(work, stored.id, fields);
    await work.db.update(agendaEvents).set({ slug: event.slug }).where(eq(agendaEvents.id, stored.id));
  }
  const moved = await writeDates(work, event, { wasPublic });
  // Those told that it was gone are told that it is back.
  const isKnown = wasPublic || stored.publishedAt !== null;
  const dates = isKnown ? [...moved, ...(await wholeChange(work, stored, event))] : [];
  await tellOf(work, event, { wasPublic, isNew: stored.publishedAt === null && isPublic(event), dates });
  return event;
}

/** What happens to every date at once: called off, back on, or elsewhere. */
async function wholeChange(
  work: CommandContext,
  stored: StoredEvent,
  event: StoredEvent,
): Promise<{ occurrenceId: string; change: 'cancelled' | 'restored' | 'place' }[]> {
  const [was, is] = [stands(stored), stands(event)];
  const isElsewhere =
    stored.fields.venueId !== event.fields.venueId || stored.fields.attendance !== event.fields.attendance;
  if (was === is && !(is && isElsewhere)) return [];
  const change = was === is ? 'place' : is ? 'restored' : 'cancelled';
  const rows = await work.db
    .select({ id: agendaOccurrences.id, isCancelled: agendaOccurrences.isCancelled })
    .from(agendaOccurrences)
    .where(eq(agendaOccurrences.eventId, event.id));
  return rows.filter(({ isCancelled }) => !isCancelled).map(({ id }) => ({ occurrenceId: id, change }));
}

function stands(event: StoredEvent): boolean {
  return isPublic(event) && takesPlace(event.fields.state);
}

/** A change of date, place or standing: RFC 5545 §3.8.7.4 asks calendars to be told by a higher SEQUENCE. */
function isOtherAppointment(before: EventFields, after: EventFields): boolean {
  const told = ({
    startsOn,
    startsAt,
    endsOn,
    endsAt,
    rule,
    alsoOn,
    exceptOn = [],
    venueId,
    attendance,
    state,
  }: EventFields) =>
    JSON.stringify([startsOn, startsAt, endsOn, endsAt, rule, alsoOn, exceptOn, venueId, attendance, state]);
  return told(before) !== told(after);
}

function columnsOf({ fields, zone }: StoredEvent) {
  const { startsOn: _a, startsAt: _b, endsOn: _c, endsAt: _d, organizers: _e, zone: _f, ...plain } = fields;
  const { starts, ends, isAllDay } = timeOf(fields, zone);
  return { ...plain, zone, isAllDay, startsLocal: starts, endsLocal: ends };
}

async function writeOrganizers(work: CommandContext, { id, fields }: StoredEvent): Promise<void> {
  if (fields.organizers.length === 0) return;
  await work.db
    .insert(agendaOrganizers)
    .values(fields.organizers.map((organizer, position) => ({ eventId: id, position, ...organizer })));
}

/** The title and the month, so that the same breakfast of two months reads well; a series needs no month. */
async function allocateSlug(work: CommandContext, id: string, fields: EventFields): Promise<string> {
  const [year, month] = fields.startsOn.split('-');
  return freeAddress({
    id,
    wish: fields.rule === null ? `${fields.title.slice(0, 70)} ${year}-${month}` : fields.title,
    otherwise: 'rendez-vous',
    reserved: reservedSlugs,
    async take(slug) {
      await work.db.insert(agendaEventSlugs).values({ slug, eventId: id, since: work.now() }).onConflictDoNothing();
      const [owner] = await work.db
        .select({ id: agendaEventSlugs.eventId })
        .from(agendaEventSlugs)
        .where(eq(agendaEventSlugs.slug, slug));
      return owner?.id ?? '';
    },
  });
}

async function tellOf(
  work: CommandContext,
  event: StoredEvent,
  { wasPublic, isNew, dates }: { wasPublic: boolean; isNew: boolean; dates: DatesChanged['dates'] },
): Promise<void> {
  await indexEvent(work, event);
  if (isPublic(event)) {
    await openPictures(work.db, event.fields.imageId ? [event.fields.imageId] : []);
    await openFiles(work.db, event.fields.files);
  }
  if (wasPublic || isPublic(event)) work.publish(agendaChanged([event.id]));
  if (isNew && isPublic(event)) work.publish(eventPublished(event.id));
  if (dates.length > 0) work.publish(datesChanged(event.id, dates));
}
