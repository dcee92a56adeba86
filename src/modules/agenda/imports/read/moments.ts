import type { CalendarPart, PartProperty } from './calendar-parts.ts';

/** A moment as a calendar writes it. */
export interface ReadMoment {
  local: Temporal.PlainDateTime;
  isDate: boolean;
  isUtc: boolean;
  /** Name of the zone it gives, in its own words. */
  zoneName: string | null;
}

/** The moments of a property such as DTSTART, RDATE or EXDATE; the start only of periods. What is no moment is left out. */
export function momentsOf(property: PartProperty): ReadMoment[] {
  const zone = property.parameters['tzid'];
  const zoneName = typeof zone === 'string' && zone !== '' ? zone : null;
  return property.values.flatMap((value) => {
    const text = Array.isArray(value) ? String(value[0]) : String(value);
    const local = readMoment(text.split('/')[0] ?? '');
    return local ? { ...local, zoneName } : [];
  });
}

/** The ends of the periods of an RDATE, in the order of {@link momentsOf}; null for plain moments. */
export function periodEnds(property: PartProperty): (ReadMoment | Temporal.Duration | null)[] {
  const zone = property.parameters['tzid'];
  return property.values.map((value) => {
    const text = Array.isArray(value) ? String(value[1]) : (String(value).split('/')[1] ?? '');
    if (/^-?P/.test(text)) return readDuration(text);
    const moment = readMoment(text);
    return moment && { ...moment, zoneName: typeof zone === 'string' ? zone : null };
  });
}

export function firstMoment(part: CalendarPart, name: string): ReadMoment | null {
  const property = part.properties.get(name)?.[0];
  return (property && momentsOf(property)[0]) ?? null;
}

/** `20261122`, `20261122T183000`, `20261122T183000Z`, and the forms with hyphens that ical.js gives. */
function readMoment(text: string): Omit<ReadMoment, 'zoneName'> | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?$/i.exec(text.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((digits) => Number(digits ?? 0));
  try {
    const local = Temporal.PlainDateTime.from(
      {
        year: year ?? 0,
        month: month ?? 0,
        day: day ?? 0,
        hour: hour ?? 0,
        minute: minute ?? 0,
        second: Math.min(second ?? 0, 59),
      },
      { overflow: 'reject' },
    );
    if (local.year < 1900 || local.year > 2200) return null;
    return { local, isDate: found[4] === undefined, isUtc: found[7] !== undefined };
  } catch {
    return null;
  }
}

/** Durations of RFC 5545 §3.3.6; null when it is none, or lasts more than a year. */
export function readDuration(text: string): Temporal.Duration | null {
  try {
    const duration = Temporal.Duration.from(text.trim().toUpperCase());
    const days = duration.total({ unit: 'day', relativeTo: '2026-01-01' });
    return days > 0 && days <= 366 ? duration : null;
  } catch {
    return null;
  }
}
