/** A day, or a stretch of time, for calendar programs. */
export interface CalendarEntry {
  /** Stable name in the world: `id@host`. */
  readonly uid: string;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  /** A whole day, or a moment. */
  readonly starts: Temporal.PlainDate | Temporal.Instant;
  /** Last day included, or the moment it ends. */
  readonly ends?: Temporal.PlainDate | Temporal.Instant;
  /** When what is said was last changed. */
  readonly changedAt: Temporal.Instant;
  /** Grows when the date changes. */
  readonly sequence?: number;
  readonly isCancelled?: boolean;
  readonly categories?: readonly string[];
  /** How long before it the calendar says so: for someone's own file only, never in a feed. */
  readonly alarmBefore?: Temporal.Duration;
}

export interface Calendar {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

export const calendarContentType = 'text/calendar; charset=utf-8';

/** A calendar as text (RFC 5545, with the name of RFC 7986): whole days as dates, moments in UTC. */
export function writeCalendar({ name, entries }: Calendar): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Essaim//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
}

function linesOf(entry: CalendarEntry): string[] {
  const { uid, summary, description, location, url, categories = [], sequence = 0, isCancelled = false } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utc(entry.changedAt)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...period(entry),
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(location ? [`LOCATION:${escapeText(location)}`] : []),
    // A URI is no TEXT: nothing is escaped in it, and a line end has no place there.
    ...(url ? [`URL:${url.replaceAll(/[\r\n]/g, '')}`] : []),
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escapeText).join(',')}`] : []),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(entry.starts instanceof Temporal.PlainDate ? ['TRANSP:TRANSPARENT'] : []),
    ...alarm(entry),
    'END:VEVENT',
  ];
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

/** Whole days end the day after the last one: `DTEND` is not included. */
function period({ starts, ends }: CalendarEntry): string[] {
  if (starts instanceof Temporal.PlainDate) {
    const last = ends instanceof Temporal.PlainDate && Temporal.PlainDate.compare(ends, starts) > 0 ? ends : starts;
    return [`DTSTART;VALUE=DATE:${date(starts)}`, `DTEND;VALUE=DATE:${date(last.add({ days: 1 }))}`];
  }
  const isLater = ends instanceof Temporal.Instant && Temporal.Instant.compare(ends, starts) > 0;
  return [`DTSTART:${utc(starts)}`, ...(isLater ? [`DTEND:${utc(ends)}`] : [])];
}

/** TEXT values (RFC 5545 §3.3.11): backslash, semicolon, comma and line ends are escaped, other controls removed. */
export function escapeText(text: string): string {
  return (
    text
      .replaceAll('\\', '\\\\')
      .replaceAll(';', '\\;')
      .replaceAll(',', '\\,')
      .replaceAll(/\r\n|\r|\n/g, '\\n')
      // oxlint-disable-next-line no-control-regex -- they have no place in a line of text.
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

const longest = 75;

/** Cuts a line at 75 octets, never inside a character; what follows starts with a space (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= longest) return line;
  const pieces: string[] = [];
  let [piece, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The space that starts each further line counts among its octets.
    const room = pieces.length === 0 ? longest : longest - 1;
    if (octets + size > room) {
      pieces.push(piece);
      [piece, octets] = ['', 0];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}

function date(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '');
}

function utc(moment: Temporal.Instant): string {
  return moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
