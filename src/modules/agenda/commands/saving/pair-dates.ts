import type { DateOfEvent } from '../../domain/event-time.ts';
import type { agendaOccurrences } from '../../tables.ts';

export type OccurrenceRow = typeof agendaOccurrences.$inferSelect;

// A weekly meeting that goes from Tuesday to Thursday keeps its registrations.
const farthestShift = 3;

/**
 * Each wanted date with the row that stands for it: the same start, else the same day, else the nearest left within three
 * days; a lone date keeps its row wherever it goes.
 */
export function pairDates(
  wanted: readonly DateOfEvent[],
  present: readonly OccurrenceRow[],
): [DateOfEvent, OccurrenceRow | null][] {
  const [onlyDate, onlyRow] = [wanted[0], present.filter(({ isLeftover }) => !isLeftover)];
  if (wanted.length === 1 && onlyDate && onlyRow.length === 1) return [[onlyDate, onlyRow[0] ?? null]];
  const rows = new Set(present);
  const pairs = new Map<DateOfEvent, OccurrenceRow>();
  const pairBy = (isSame: (date: DateOfEvent, row: OccurrenceRow) => boolean, among: Iterable<OccurrenceRow>) => {
    const left = [...among];
    for (const date of wanted) {
      if (pairs.has(date)) continue;
      const row = left.find((one) => rows.has(one) && isSame(date, one));
      if (!row) continue;
      pairs.set(date, row);
      rows.delete(row);
    }
  };
  const byStart = new Map(present.map((row) => [row.originalLocal.toString(), row]));
  for (const date of wanted) {
    const row = byStart.get(date.originalLocal.toString());
    if (!row) continue;
    pairs.set(date, row);
    rows.delete(row);
  }
  if (pairs.size < wanted.length) {
    // What was called off because the event lost it only comes back at its own hour.
    const inUse = [...rows].filter(({ isLeftover }) => !isLeftover);
    pairBy((date, row) => row.originalLocal.toPlainDate().equals(date.originalLocal.toPlainDate()), inUse);
    for (let shift = 1; shift <= farthestShift; shift += 1)
      pairBy((date, row) => Math.abs(daysBetween(date, row)) === shift, inUse);
  }
  return wanted.map((date) => [date, pairs.get(date) ?? null]);
}

function daysBetween({ originalLocal }: DateOfEvent, row: OccurrenceRow): number {
  return row.originalLocal.toPlainDate().until(originalLocal.toPlainDate()).days;
}
