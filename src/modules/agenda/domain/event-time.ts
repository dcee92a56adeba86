import { datesOfRule, readRule } from './recurrence.ts';

/** When an event takes place, in local times of its zone. */
export interface EventTime {
  zone: string;
  isAllDay: boolean;
  starts: Temporal.PlainDateTime;
  /** Null when no end was said; on whole days, the last day included. */
  ends: Temporal.PlainDateTime | null;
  /** RRULE value; null for a single date. */
  rule: string | null;
  alsoOn: readonly { starts: Temporal.PlainDateTime; ends: Temporal.PlainDateTime | null }[];
  /** Starts that are no dates of the event, as ISO local texts. */
  exceptOn?: readonly string[];
}

/** One date of an event, as lists and calendars need it. */
export interface DateOfEvent {
  originalLocal: Temporal.PlainDateTime;
  startsAt: Temporal.Instant;
  /** The start again when no end was said; on whole days, the midnight after the last one. */
  endsAt: Temporal.Instant;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  isAllDay: boolean;
  hasEnd: boolean;
}

// An evening that ends before this hour belongs to the day it began.
const endOfNight = Temporal.PlainTime.from('06:00');

/** The stretch of local time whose dates are asked for, its end not included. */
export interface Window {
  after: Temporal.PlainDateTime;
  before: Temporal.PlainDateTime;
}

/** The dates of an event within a window, in order, each once; those typed one by one are always there. */
export function datesOfEvent(time: EventTime, window: Window): DateOfEvent[] {
  const rule = time.rule === null ? null : readRule(time.rule);
  const except = new Set(time.exceptOn?.map((at) => keyOfLocal(time, Temporal.PlainDateTime.from(at))));
  const length = time.ends && time.starts.until(time.ends, { largestUnit: 'day' });
  const starts = rule ? datesOfRule(rule, time.starts, window) : [time.starts];
  const all = [
    ...starts.map((start) => dateOfEvent(time, start, length && start.add(length))),
    ...time.alsoOn.map(({ starts: start, ends }) => dateOfEvent(time, start, ends ?? (length && start.add(length)))),
  ].sort((a, b) => Temporal.PlainDateTime.compare(a.originalLocal, b.originalLocal));
  return all.filter(
    ({ originalLocal }, index) =>
      !all[index - 1]?.originalLocal.equals(originalLocal) && !except.has(keyOfLocal(time, originalLocal)),
  );
}

/** By which a date of a series is told from the others: calendars write a time that daylight saving skips as the one after. */
export function keyOfLocal(
  { zone, isAllDay }: Pick<EventTime, 'zone' | 'isAllDay'>,
  at: Temporal.PlainDateTime,
): string {
  return isAllDay ? at.toString() : at.toZonedDateTime(zone).toPlainDateTime().toString();
}

/** One date from its local start and end. A time that daylight saving skips is moved forward, one told twice is the first. */
export function dateOfEvent(
  { zone, isAllDay }: Pick<EventTime, 'zone' | 'isAllDay'>,
  starts: Temporal.PlainDateTime,
  ends: Temporal.PlainDateTime | null,
): DateOfEvent {
  const startsOn = starts.toPlainDate();
  if (isAllDay) {
    const last = ends && Temporal.PlainDate.compare(ends.toPlainDate(), startsOn) > 0 ? ends.toPlainDate() : startsOn;
    return {
      originalLocal: starts,
      startsAt: startsOn.toZonedDateTime(zone).toInstant(),
      endsAt: last.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
      startsOn,
      lastOn: last,
      isAllDay,
      hasEnd: true,
    };
  }
  const startsAt = starts.toZonedDateTime(zone).toInstant();
  const end = ends && Temporal.PlainDateTime.compare(ends, starts) > 0 ? ends : null;
  const endsAt = end?.toZonedDateTime(zone).toInstant() ?? startsAt;
  const isAfter = Temporal.Instant.compare(endsAt, startsAt) >= 0;
  return {
    originalLocal: starts,
    startsAt,
    endsAt: isAfter ? endsAt : startsAt,
    startsOn,
    lastOn: end ? lastDay(starts, end) : startsOn,
    isAllDay,
    hasEnd: end !== null,
  };
}

function lastDay(starts: Temporal.PlainDateTime, ends: Temporal.PlainDateTime): Temporal.PlainDate {
  const isByNight = Temporal.PlainTime.compare(ends.toPlainTime(), endOfNight) <= 0;
  const last = isByNight ? ends.toPlainDate().subtract({ days: 1 }) : ends.toPlainDate();
  const first = starts.toPlainDate();
  return Temporal.PlainDate.compare(last, first) < 0 ? first : last;
}
