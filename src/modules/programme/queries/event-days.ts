import { occurrencesOf } from '#modules/agenda/index.ts';
import type { Reader } from '#platform/db/database.ts';

const mostDays = 31;

/** The days an event falls on that still take place, in order. */
export async function eventDays(db: Reader, eventId: string): Promise<Temporal.PlainDate[]> {
  const dates = (await occurrencesOf(db, { eventIds: [eventId] })).filter((date) => !date.isLeftover);
  const held = dates.filter(({ isCancelled }) => !isCancelled);
  const days = new Map<string, Temporal.PlainDate>();
  for (const { startsOn, lastOn } of held.length > 0 ? held : dates)
    for (
      let day = startsOn;
      Temporal.PlainDate.compare(day, lastOn) <= 0 && days.size < mostDays;
      day = day.add({ days: 1 })
    )
      days.set(day.toString(), day);
  return [...days.values()].sort((one, other) => Temporal.PlainDate.compare(one, other));
}
