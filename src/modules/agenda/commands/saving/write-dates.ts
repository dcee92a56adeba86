import { eq, inArray } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { datesOfEvent, type DateOfEvent } from '../../domain/event-time.ts';
import { horizonInMonths, readRule, untilOf } from '../../domain/recurrence.ts';
import { timeOf } from '../../event/agenda-event.ts';
import type { DatesChanged } from '../../facts.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { agendaEvents, agendaOccurrences } from '../../tables.ts';
import { pairDates, type OccurrenceRow } from './pair-dates.ts';

type Changes = { occurrenceId: string; change: 'moved' | 'cancelled' | 'restored' }[];

// One statement takes at most 65,535 values.
const rowsAtOnce = 1_000;

/**
 * Writes the dates of an event within the horizon, keeping the rows (and ids) of those that stay. A date the event no
 * longer has is removed while nobody saw it, else kept and cancelled. The dates of a public series that are over stay as
 * they were. Returns what changed for those who had planned to come.
 */
export async function writeDates(
  work: CommandContext,
  event: StoredEvent,
  { wasPublic }: { wasPublic: boolean },
): Promise<DatesChanged['dates']> {
  const here = work.now().toZonedDateTimeISO(event.zone).toPlainDateTime();
  const window = { after: here.subtract({ months: horizonInMonths }), before: here.add({ months: horizonInMonths }) };
  const all = datesOfEvent(timeOf(event.fields, event.zone), window);
  const rows = await work.db.select().from(agendaOccurrences).where(eq(agendaOccurrences.eventId, event.id));
  const isSettled = ({ endsAt }: Pick<DateOfEvent, 'endsAt'>) =>
    wasPublic && rows.length > 1 && Temporal.Instant.compare(endsAt, work.now()) <= 0;
  const present = rows.filter((row) => !isSettled(row));
  const wanted = all.filter((date) => !isSettled(date) && !isOver(date, rows, isSettled));

  const changes: Changes = [];
  const kept = new Set<string>();
  const added: DateOfEvent[] = [];
  for (const [date, row] of pairDates(wanted, present)) {
    if (!row) {
      added.push(date);
      continue;
    }
    kept.add(row.id);
    await moveDate(work, row, date, changes);
  }
  // What happened longer ago than the window is not asked about again.
  const asked = present.filter((row) => Temporal.PlainDateTime.compare(row.originalLocal, window.after) >= 0);
  const gone = asked.filter((row) => !kept.has(row.id) && !row.isLeftover);
  const ofUse = event.publishedAt === null ? await removeUnused(work, gone) : gone;
  changes.push(...(await callOff(work, ofUse)));
  await addDates(work, event.id, added);
  const rule = event.fields.rule === null ? null : readRule(event.fields.rule);
  const until = rule && untilOf(rule);
  const isWhole = !rule || (until !== null && Temporal.PlainDateTime.compare(until, window.before) < 0);
  await work.db
    .update(agendaEvents)
    .set({ writtenUntil: isWhole ? null : window.before.toPlainDate() })
    .where(eq(agendaEvents.id, event.id));
  return wasPublic ? changes : [];
}

/** A date whose row is settled: it took place, whatever the event says now. */
function isOver(
  { originalLocal }: DateOfEvent,
  rows: readonly OccurrenceRow[],
  isSettled: (row: OccurrenceRow) => boolean,
): boolean {
  return rows.some((row) => isSettled(row) && row.originalLocal.equals(originalLocal));
}

async function moveDate(work: CommandContext, row: OccurrenceRow, date: DateOfEvent, changes: Changes): Promise<void> {
  const isSameStart = row.originalLocal.equals(date.originalLocal);
  // What was moved by hand stays where it was put.
  if (row.isMoved && isSameStart) return;
  const isMoved = !row.startsAt.equals(date.startsAt) || !row.endsAt.equals(date.endsAt);
  const isSame = row.isAllDay === date.isAllDay && row.hasEnd === date.hasEnd;
  if (!isMoved && !row.isLeftover && isSameStart && isSame) return;
  await work.db
    .update(agendaOccurrences)
    .set({
      ...date,
      isMoved: false,
      isLeftover: false,
      ...(row.isLeftover ? { isCancelled: false } : {}),
      updatedAt: work.now(),
    })
    .where(eq(agendaOccurrences.id, row.id));
  if (row.isLeftover) changes.push({ occurrenceId: row.id, change: 'restored' });
  else if (!row.startsAt.equals(date.startsAt) && !row.isCancelled)
    changes.push({ occurrenceId: row.id, change: 'moved' });
}

async function addDates(work: CommandContext, eventId: string, dates: readonly DateOfEvent[]): Promise<void> {
  const rows = dates.map((date) => ({ id: work.newId(), eventId, ...date, updatedAt: work.now() }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await work.db.insert(agendaOccurrences).values(rows.slice(from, from + rowsAtOnce));
}

/** Removes dates that were never public; gives those that somebody was registered to already, and that stay. */
async function removeUnused(work: CommandContext, gone: readonly OccurrenceRow[]): Promise<OccurrenceRow[]> {
  if (gone.length === 0 || (await isRemovable(work, gone))) return [];
  const ofUse: OccurrenceRow[] = [];
  for (const row of gone) if (!(await isRemovable(work, [row]))) ofUse.push(row);
  return ofUse;
}

/** Removes these rows, all or none: none when another module holds on to one of them. */
async function isRemovable(work: CommandContext, rows: readonly OccurrenceRow[]): Promise<boolean> {
  try {
    await work.db.transaction(async (step) => {
      const ids = rows.map(({ id }) => id);
      await step.delete(agendaOccurrences).where(inArray(agendaOccurrences.id, ids));
    });
    return true;
  } catch (error) {
    if (isReferenced(error)) return false;
    throw error;
  }
}

/** PostgreSQL’s foreign_key_violation: another module holds on to the row. */
function isReferenced(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return (cause as { code?: unknown } | null)?.code === '23503';
}

async function callOff(work: CommandContext, gone: readonly OccurrenceRow[]): Promise<Changes> {
  if (gone.length === 0) return [];
  await work.db
    .update(agendaOccurrences)
    .set({ isLeftover: true, isCancelled: true, updatedAt: work.now() })
    .where(
      inArray(
        agendaOccurrences.id,
        gone.map(({ id }) => id),
      ),
    );
  return gone.filter(({ isCancelled }) => !isCancelled).map(({ id }) => ({ occurrenceId: id, change: 'cancelled' }));
}
