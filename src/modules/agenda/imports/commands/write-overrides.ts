import { and, eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { dateOfEvent, datesOfEvent } from '../../domain/event-time.ts';
import { timeOf } from '../../event/agenda-event.ts';
import { agendaChanged, datesChanged, type DatesChanged } from '../../facts.ts';
import { isPublic, type StoredEvent } from '../../queries/stored-event.ts';
import { agendaOccurrences } from '../../tables.ts';
import type { IncomingOverride } from '../read/incoming-event.ts';

type Row = typeof agendaOccurrences.$inferSelect;

/**
 * Puts the dates of a series that differ where their source says, and back those that no longer do. A date the team
 * changed by hand since keeps what the team did.
 */
export async function writeOverrides(
  work: CommandContext,
  event: StoredEvent,
  { before, now }: { before: readonly IncomingOverride[]; now: readonly IncomingOverride[] },
): Promise<number> {
  const last = new Map(before.map((one) => [one.original, one]));
  const wanted = new Map(now.map((one) => [one.original, one]));
  const changes: DatesChanged['dates'][number][] = [];
  for (const original of new Set([...last.keys(), ...wanted.keys()])) {
    const [row] = await work.db
      .select()
      .from(agendaOccurrences)
      .where(
        and(
          eq(agendaOccurrences.eventId, event.id),
          eq(agendaOccurrences.originalLocal, Temporal.PlainDateTime.from(original)),
        ),
      )
      .for('update');
    if (!row || row.isLeftover) continue;
    const [usual, written, next] = [null, last.get(original) ?? null, wanted.get(original) ?? null].map((one) =>
      dateAs(event, original, one),
    );
    if (!usual || !written || !next || !isAs(row, written) || isAs(row, next)) continue;
    await work.db
      .update(agendaOccurrences)
      .set({ ...next, updatedAt: work.now() })
      .where(eq(agendaOccurrences.id, row.id));
    const change =
      row.isCancelled !== next.isCancelled
        ? next.isCancelled
          ? 'cancelled'
          : 'restored'
        : row.startsAt.equals(next.startsAt)
          ? null
          : 'moved';
    if (change) changes.push({ occurrenceId: row.id, change });
  }
  if (changes.length > 0 && isPublic(event)) work.publish(datesChanged(event.id, changes));
  if (changes.length > 0 && isPublic(event)) work.publish(agendaChanged([event.id]));
  return changes.length;
}

type DateColumns = Pick<
  Row,
  'startsAt' | 'endsAt' | 'startsOn' | 'lastOn' | 'hasEnd' | 'isCancelled' | 'isMoved' | 'title'
>;

/** A date of the event as its series puts it, or as something else does. */
function dateAs(event: StoredEvent, original: string, override: IncomingOverride | null): DateColumns {
  const time = timeOf(event.fields, event.zone);
  const start = Temporal.PlainDateTime.from(original);
  const [usual] = datesOfEvent({ ...time, exceptOn: [] }, { after: start, before: start.add({ seconds: 1 }) }).filter(
    ({ originalLocal }) => originalLocal.equals(start),
  );
  const ends = override?.ends ? Temporal.PlainDateTime.from(override.ends) : null;
  const told = override
    ? dateOfEvent(time, Temporal.PlainDateTime.from(override.starts), ends)
    : (usual ?? dateOfEvent(time, start, null));
  const { startsAt, endsAt, startsOn, lastOn, hasEnd } = told;
  const isMoved = override !== null && !(usual && usual.startsAt.equals(startsAt) && usual.endsAt.equals(endsAt));
  return {
    startsAt,
    endsAt,
    startsOn,
    lastOn,
    hasEnd,
    isMoved,
    isCancelled: override?.isCancelled ?? false,
    title: override?.title ?? null,
  };
}

function isAs(row: Row, date: DateColumns): boolean {
  return (
    row.startsAt.equals(date.startsAt) &&
    row.endsAt.equals(date.endsAt) &&
    row.isCancelled === date.isCancelled &&
    row.title === date.title
  );
}
