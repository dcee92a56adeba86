import type { CalendarEntry, CalendarMoment } from './calendar-entry.ts';
import { address, dateText, escapeText, localText, momentLine, parameter, utcText } from './calendar-line.ts';

/** VEVENT of an entry, unfolded. */
export function entryLines(entry: CalendarEntry): string[] {
  const { uid, summary, description, location, point, url, categories = [], sequence = 0 } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcText(entry.changedAt)}`,
    `LAST-MODIFIED:${utcText(entry.changedAt)}`,
    ...(entry.createdAt ? [`CREATED:${utcText(entry.createdAt)}`] : []),
    `SEQUENCE:${sequence}`,
    ...period(entry),
    ...series(entry),
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(location ? [`LOCATION:${escapeText(location)}`] : []),
    ...(point ? [`GEO:${point.lat};${point.lon}`] : []),
    ...(url ? [`URL:${address(url)}`] : []),
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escapeText).join(',')}`] : []),
    ...more(entry),
    `STATUS:${entry.status ?? 'CONFIRMED'}`,
    ...(entry.starts instanceof Temporal.PlainDate ? ['TRANSP:TRANSPARENT'] : []),
    ...alarm(entry),
    'END:VEVENT',
  ];
}

function more({ organizer, image, conference, attachments = [] }: CalendarEntry): string[] {
  return [
    ...(organizer ? [`ORGANIZER;CN=${parameter(organizer.name)}:${address(organizer.url)}`] : []),
    ...(image ? [`IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=${image.type}:${address(image.url)}`] : []),
    ...(conference ? [`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="En ligne":${address(conference)}`] : []),
    ...attachments.map(
      ({ url, name, type }) => `ATTACH;FMTTYPE=${parameter(type)};FILENAME=${parameter(name)}:${address(url)}`,
    ),
  ];
}

/** Whole days end the day after the last one: `DTEND` is not included. */
function period({ starts, ends }: CalendarEntry): string[] {
  if (starts instanceof Temporal.PlainDate) {
    const last = ends instanceof Temporal.PlainDate && Temporal.PlainDate.compare(ends, starts) > 0 ? ends : starts;
    return [momentLine('DTSTART', starts), momentLine('DTEND', last.add({ days: 1 }))];
  }
  if (!ends || ends instanceof Temporal.PlainDate) return [momentLine('DTSTART', starts)];
  const isLater = Temporal.Instant.compare(instantOf(ends), instantOf(starts)) > 0;
  return [momentLine('DTSTART', starts), ...(isLater ? [momentLine('DTEND', ends)] : [])];
}

function series({ rule, starts, alsoOn = [], exceptOn = [], replaces }: CalendarEntry): string[] {
  return [
    ...(replaces ? [momentLine('RECURRENCE-ID', replaces)] : []),
    ...(rule ? [`RRULE:${ruleText(rule, starts)}`] : []),
    ...alsoOn.map((moment) => momentLine('RDATE', moment)),
    ...exceptOn.map((moment) => momentLine('EXDATE', moment)),
  ];
}

/** RFC 5545 §3.3.10 wants UNTIL as a date for whole days, and else in UTC. */
function ruleText(rule: string, starts: CalendarMoment): string {
  return rule.replace(/UNTIL=(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?/, (_all, ...found: string[]) => {
    const [year, month, day, hour = '23', minute = '59', second = '59'] = found.slice(0, 6);
    const on = Temporal.PlainDate.from(`${year}-${month}-${day}`);
    if (starts instanceof Temporal.PlainDate) return `UNTIL=${dateText(on)}`;
    const until = on.toPlainDateTime(`${hour}:${minute}:${second}`);
    if (starts instanceof Temporal.Instant) return `UNTIL=${localText(until)}Z`;
    return `UNTIL=${utcText(until.toZonedDateTime(starts.timeZoneId).toInstant())}`;
  });
}

function instantOf(moment: Temporal.Instant | Temporal.ZonedDateTime): Temporal.Instant {
  return moment instanceof Temporal.Instant ? moment : moment.toInstant();
}

function alarm({ summary, alarmBefore }: CalendarEntry): string[] {
  if (!alarmBefore) return [];
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:-${alarmBefore.toString()}`,
    'END:VALARM',
  ];
}
