import type { CalendarMoment } from './calendar-entry.ts';

// oxlint-disable-next-line no-control-regex -- they have no place in a line of text.
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

/** TEXT values (RFC 5545 §3.3.11): backslash, semicolon, comma and line ends are escaped, other controls removed. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(controls, '');
}

/** The value of a parameter, quoted, with the signs it may not hold written as RFC 6868 says. */
export function parameter(text: string): string {
  const written = text
    .toWellFormed()
    .replaceAll('^', '^^')
    .replaceAll(/\r\n|\r|\n/g, '^n')
    .replaceAll('"', "^'");
  return `"${written.replaceAll(controls, '')}"`;
}

/** A URI is no TEXT: nothing is escaped in it, and a line end has no place there. */
export function address(url: string): string {
  return url.replaceAll(controls, '');
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

/** The form of DATE: 20261231. */
export function dateText(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '');
}

/** The form of a local DATE-TIME: 20261231T183000. */
export function localText(moment: Temporal.PlainDateTime): string {
  return moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** The form of a DATE-TIME in UTC. */
export function utcText(moment: Temporal.Instant): string {
  return moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** A property that holds a moment, such as `DTSTART`, with the parameters it needs. */
export function momentLine(name: string, moment: CalendarMoment): string {
  if (moment instanceof Temporal.PlainDate) return `${name};VALUE=DATE:${dateText(moment)}`;
  if (moment instanceof Temporal.Instant) return `${name}:${utcText(moment)}`;
  const zone = zoneTold(moment);
  return zone === null
    ? `${name}:${utcText(moment.toInstant())}`
    : `${name};TZID=${zone}:${localText(moment.toPlainDateTime())}`;
}

/**
 * The zone a moment is told in; null when it is told otherwise. Local time cannot name the second of two same hours of
 * an autumn night, and UTC needs no zone.
 */
export function zoneTold(moment: CalendarMoment): string | null {
  if (!(moment instanceof Temporal.ZonedDateTime) || moment.timeZoneId === 'UTC') return null;
  return moment.toPlainDateTime().toZonedDateTime(moment.timeZoneId).equals(moment) ? moment.timeZoneId : null;
}
