import {
  dateOfEvent,
  datesOfEvent,
  keyOfLocal,
  type DateOfEvent,
  type EventTime,
  type Window,
} from '../../domain/event-time.ts';
import type { IncomingEvent } from './incoming-event.ts';

/** When an event of elsewhere takes place, exceptions aside. */
export function timeOfIncoming(event: IncomingEvent): EventTime {
  return {
    zone: event.zone,
    isAllDay: event.isAllDay,
    starts: Temporal.PlainDateTime.from(event.starts),
    ends: event.ends === null ? null : Temporal.PlainDateTime.from(event.ends),
    rule: event.rule,
    alsoOn: event.alsoOn.map(({ starts, ends }) => ({
      starts: Temporal.PlainDateTime.from(starts),
      ends: ends === null ? null : Temporal.PlainDateTime.from(ends),
    })),
  };
}

/** Its dates within a window, exceptions taken out, each where its source puts it, in order. */
export function incomingDates(event: IncomingEvent, window: Window): (DateOfEvent & { isCancelled: boolean })[] {
  const time = timeOfIncoming(event);
  const keyOf = (at: string) => keyOfLocal(time, Temporal.PlainDateTime.from(at));
  const overrides = new Map(event.overrides.map((override) => [keyOf(override.original), override]));
  return datesOfEvent({ ...time, exceptOn: event.exceptOn }, window)
    .map((date) => {
      const override = overrides.get(keyOfLocal(time, date.originalLocal));
      if (!override) return { ...date, isCancelled: event.state === 'cancelled' };
      const ends = override.ends === null ? null : Temporal.PlainDateTime.from(override.ends);
      const moved = dateOfEvent(time, Temporal.PlainDateTime.from(override.starts), ends);
      return { ...moved, originalLocal: date.originalLocal, isCancelled: override.isCancelled };
    })
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}
