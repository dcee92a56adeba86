import { eq, inArray } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { datesOfEvent, type DateOfEvent } from '../../domain/event-time.ts';
import { horizonInMonths } from '../../domain/recurrence.ts';
import { timeOf } from '../../event/agenda-event.ts';
import type { DatesChanged } from '../../facts.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { agendaEvents, agendaOccurrences } from '../../tables.ts';

type Occurrence = typeof agendaOccurrences.$inferSelect;

/**
 * Writes the dates of an event within the horizon, keeping the rows (and ids) of those that stay. A date the event no
 * longer has is removed while nobody saw it, else kept and cancelled. Returns what changed for those who had planned to come.
 */
export async function writeDates(
  work: CommandContext,
  event: StoredEvent,
  { wasPublic }: { wasPublic: boolean },
): Promise<DatesChanged['dates']> {
  const now = work.now();
  const here = now.toZonedDateTimeISO(event.zone).toPlainDateTime();
  const window = { after: here.subtract({ months: horizonInMonths }), before: here.add({ months: horizonInMonths }) };
  const wanted = datesOfEvent(timeOf(event.fields, event.zone), window);
  const present = await work.db.select().from(agendaOccurrences).where(eq(agendaOccurrences.eventId, event.id));
  const byStart = new Map(present.map((row) => [row.originalLocal.toString(), row]));
  const changes: { occurrenceId: string; change: 'moved' | 'cancelled' | 'restored' }[] = [];

  const kept = new Set<string>();
  const pairs = pairDates(wanted, present);
  for (const [date, row] of pairs) {
    if (!row) {
      await work.db.insert(agendaOccurrences).values({ id: work.newId(), eventId: event.id, ...date, updatedAt: now });
      continue;
    }
    kept.add(row.id);
    // What was moved by hand stays where it was put.
    if (row.isMoved && byStart.get(date.originalLocal.toString()) === row) continue;
    const isMoved = !row.startsAt.equals(date.startsAt) || !row.endsAt.equals(date.endsAt);
    if (!isMoved && !row.isLeftover && row.originalLocal.equals(date.originalLocal)) continue;
    await work.db
      .update(agendaOccurrences)
      .set({
        ...date,
        isMoved: false,
        isLeftover: false,
        ...(row.isLeftover ? { isCancelled: false } : {}),
        updatedAt: now,
      })
      .where(eq(agendaOccurrences.id, row.id));
    if (row.isLeftover) changes.push({ occurrenceId: row.id, change: 'restored' });
    else if (!row.startsAt.equals(date.startsAt)) changes.push({ occurrenceId: row.id, change: 'moved' });
  }
  // What happened longer ago than the window is not asked about again.
  const asked = present.filter((row) => Temporal.PlainDateTime.compare(row.originalLocal, window.after) >= 0);
  changes.push(...(await dropDates(work, asked, kept, { wasPublic })));
  await work.db
    .update(agendaEvents)
    .set({ writtenUntil: event.fields.rule === null ? null : window.before.toPlainDate() })
    .where(eq(agendaEvents.id, event.id));
  return wasPublic ? changes : [];
}

/** Each wanted date with the row that stands for it; a lone date keeps its row when it is moved. */
function pairDates(wanted: readonly DateOfEvent[], present: readonly Occurrence[]): [DateOfEvent, Occurrence | null][] {
  const [onlyDate, onlyRow] = [wanted[0], present.filter(({ isLeftover }) => !isLeftover)];
  if (wanted.length === 1 && onlyDate && onlyRow.length === 1) return [[onlyDate, onlyRow[0] ?? null]];
  const byStart = new Map(present.map((row) => [row.originalLocal.toString(), row]));
  return wanted.map((date) => [date, byStart.get(date.originalLocal.toString()) ?? null]);
}

async function dropDates(
  work: CommandContext,
  present: readonly Occurrence[],
  kept: ReadonlySet<string>,
  { wasPublic }: { wasPublic: boolean },
): Promise<{ occurrenceId: string; change: 'cancelled' }[]> {
  const gone = present.filter((row) => !kept.has(row.id) && !row.isLeftover);
  if (gone.length === 0) return [];
  const ids = gone.map(({ id }) => id);
  if (!wasPublic) {
    await work.db.delete(agendaOccurrences).where(inArray(agendaOccurrences.id, ids));
    return [];
  }
  await work.db
    .update(agendaOccurrences)
    .set({ isLeftover: true, isCancelled: true, updatedAt: work.now() })
    .where(inArray(agendaOccurrences.id, ids));
  return gone.filter(({ isCancelled }) => !isCancelled).map(({ id }) => ({ occurrenceId: id, change: 'cancelled' }));
}
