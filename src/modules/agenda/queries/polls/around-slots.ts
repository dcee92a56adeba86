import type { Reader } from '#platform/db/database.ts';
import { publicHolidayOn, schoolHolidayOn } from '../../domain/holidays.ts';
import { readAgendaSettings } from '../agenda-settings.ts';
import { neighbours, type Neighbour } from '../moderation/neighbours.ts';

/** A date someone thinks of. */
export interface ThoughtDate {
  startsLocal: Temporal.PlainDateTime;
  minutes: number;
}

/** What else there is on the day of a date. */
export interface AroundDate {
  holiday: string | null;
  schoolHoliday: string | null;
  /** At the same hours, of the hub or of a partner. */
  atSameTime: readonly Neighbour[];
  /** The others of that day. */
  sameDay: readonly Neighbour[];
}

/** What stands around each of these dates, in their order; the drafts of colleagues too for the team. */
export async function aroundSlots(
  db: Reader,
  slots: readonly ThoughtDate[],
  { zone, withDrafts, exceptId = null }: { zone: string; withDrafts: boolean; exceptId?: string | null },
): Promise<AroundDate[]> {
  const { schoolZone } = await readAgendaSettings(db);
  const days = [...new Set(slots.map(({ startsLocal }) => startsLocal.toPlainDate().toString()))];
  const found = await Promise.all(
    days.map((text) => {
      const day = Temporal.PlainDate.from(text);
      return neighbours(db, { from: day, to: day, exceptId, withDrafts });
    }),
  );
  const byDay = new Map(days.map((day, at) => [day, found[at] ?? []]));
  return slots.map((slot) => {
    const day = slot.startsLocal.toPlainDate();
    const around = byDay.get(day.toString()) ?? [];
    const atSameTime = around.filter((one) => overlaps(slot, one, zone));
    return {
      holiday: publicHolidayOn(day, zone),
      schoolHoliday: schoolZone ? (schoolHolidayOn(day, schoolZone)?.name ?? null) : null,
      atSameTime,
      sameDay: around.filter((one) => !atSameTime.includes(one)),
    };
  });
}

/** What lasts the whole day takes nobody from an hour. */
function overlaps({ startsLocal, minutes }: ThoughtDate, one: Neighbour, zone: string): boolean {
  if (one.isAllDay) return false;
  const starts = startsLocal.toZonedDateTime(zone).toInstant();
  return (
    Temporal.Instant.compare(one.startsAt, starts.add({ minutes })) < 0 &&
    Temporal.Instant.compare(starts, one.endsAt) < 0
  );
}
