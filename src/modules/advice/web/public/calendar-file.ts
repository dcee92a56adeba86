import { writeCalendar } from '#platform/calendar/write-calendar.ts';
import type { SlotMoment } from '../../domain/slot-in-words.ts';

/** An appointment for one's own calendar, which reminds of it an hour before. */
export function calendarFile(
  slot: SlotMoment & { id: string },
  hub: { name: string; origin: string },
  now: Temporal.Instant,
): string {
  const name = `Rendez-vous avec ${hub.name}`;
  return writeCalendar({
    name,
    entries: [
      {
        uid: `${slot.id}@${new URL(hub.origin).hostname}`,
        summary: name,
        ...(slot.place ? { location: slot.place } : {}),
        starts: slot.startsAt,
        ends: slot.endsAt,
        changedAt: now,
        alarmBefore: Temporal.Duration.from({ hours: 1 }),
      },
    ],
  });
}
