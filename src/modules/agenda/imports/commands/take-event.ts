import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { addEvent, writeEvent } from '../../commands/saving/write-event.ts';
import { lockEvent } from '../../commands/saving/lock-event.ts';
import { eventFields, type EventFields } from '../../event/agenda-event.ts';
import { agendaSourceEvents } from '../../tables.ts';
import { fieldsOfIncoming } from '../domain/fields-of-incoming.ts';
import { mergeFields } from '../domain/merge-fields.ts';
import type { AgendaSource } from '../queries/sources.ts';
import type { IncomingEvent } from '../read/incoming-event.ts';
import { ensureVenue } from './ensure-venue.ts';
import { findSameEvent } from './find-same-event.ts';
import { writeOverrides } from './write-overrides.ts';

export type Taken = 'added' | 'changed' | 'joined' | 'same' | 'unclear';
type Link = typeof agendaSourceEvents.$inferSelect;

/** Takes one event of a source: new, changed since, already told by somebody else, or as it was. */
export async function takeEvent(
  work: CommandContext,
  source: AgendaSource,
  event: IncomingEvent,
  organizationIds: Readonly<Record<string, string>>,
): Promise<Taken> {
  const uid = event.uid.slice(0, 500);
  const [link] = await work.db
    .select()
    .from(agendaSourceEvents)
    .where(and(eq(agendaSourceEvents.sourceId, source.id), eq(agendaSourceEvents.uid, uid)))
    .for('update');
  const now = work.now();
  if (link && link.sequence > event.sequence) {
    await note(work, link, { seenAt: now });
    return 'same';
  }
  const venueId = event.place && event.attendance !== 'online' ? await ensureVenue(work, event.place) : null;
  const today = now.toZonedDateTimeISO(work.zone).toPlainDate().toString();
  const choices = { ...source, organizers: organizersOf(source, event, organizationIds), venueId };
  const { defaultType, perimeter, organizers, themes, audiences } = choices;
  const given = eventFields.safeParse(
    fieldsOfIncoming(event, { defaultType, perimeter, organizers, themes, audiences, venueId }, today),
  );
  if (!given.success) return 'unclear';
  if (link) return follow(work, link, event, given.data);

  const same = await findSameEvent(work, event, venueId, source.id);
  const status = source.trust === 'publish' ? 'published' : 'proposed';
  const eventId = same?.id ?? (await addEvent(work, { fields: given.data, status })).id;
  await work.db.insert(agendaSourceEvents).values({
    id: work.newId(),
    sourceId: source.id,
    uid,
    eventId,
    sequence: event.sequence,
    url: event.url,
    given: given.data,
    overrides: same ? [] : event.overrides,
    // What the team or a visitor wrote is theirs: the source is named beside it, and changes nothing.
    isDetached: same !== null && !same.isFromSource,
    seenAt: now,
    createdAt: now,
  });
  if (same) return 'joined';
  const added = await lockEvent(work.db, eventId);
  if (added) await writeOverrides(work, added, { before: [], now: event.overrides });
  return 'added';
}

async function follow(work: CommandContext, link: Link, event: IncomingEvent, given: EventFields): Promise<Taken> {
  const stored = await lockEvent(work.db, link.eventId);
  const seen = { seenAt: work.now(), goneAt: null, sequence: event.sequence, url: event.url };
  // What the team put in the trash was refused; what it took over is its own.
  if (!stored || stored.trashedAt || link.isDetached || !(await leads(work, link))) {
    await note(work, link, { ...seen, given });
    return 'same';
  }
  const merged = mergeFields(stored.fields, link.given as EventFields, given);
  const isOther = JSON.stringify(merged) !== JSON.stringify(stored.fields);
  const written = isOther ? await writeEvent(work, stored, { fields: merged }) : stored;
  const moved = await writeOverrides(work, written, { before: link.overrides, now: event.overrides });
  await note(work, link, { ...seen, given, overrides: event.overrides });
  return isOther || moved > 0 ? 'changed' : 'same';
}

/** Of several sources that tell an event, the first one still telling it is followed. */
async function leads(work: CommandContext, link: Link): Promise<boolean> {
  const [first] = await work.db
    .select({ id: agendaSourceEvents.id })
    .from(agendaSourceEvents)
    .where(and(eq(agendaSourceEvents.eventId, link.eventId), isNull(agendaSourceEvents.goneAt)))
    .orderBy(asc(agendaSourceEvents.createdAt), asc(agendaSourceEvents.id))
    .limit(1);
  return !first || first.id === link.id;
}

async function note(work: CommandContext, link: Link, change: Partial<Link>): Promise<void> {
  await work.db.update(agendaSourceEvents).set(change).where(eq(agendaSourceEvents.id, link.id));
}

/** Who organises: as the event says, else as the hub chose for all that comes from there. */
function organizersOf(source: AgendaSource, event: IncomingEvent, ids: Readonly<Record<string, string>>) {
  const own = { organizationId: source.organizationId, name: source.organizerName };
  const hasOwn = own.organizationId !== null || own.name !== '';
  if (event.organizer === '') return hasOwn ? [own] : [];
  const said = { organizationId: ids[event.organizer] ?? null, name: event.organizer };
  return said.organizationId === null && hasOwn ? [own] : [said];
}
