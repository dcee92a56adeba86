import type { CalendarEntry, CalendarMoment } from './calendar-entry.ts';
import { address, escapeText, foldLine, zoneTold } from './calendar-line.ts';
import { entryLines } from './entry-lines.ts';
import { zoneLines } from './zone-lines.ts';

export type { CalendarEntry, CalendarMoment } from './calendar-entry.ts';

export interface Calendar {
  readonly name: string;
  readonly description?: string;
  /** Where the same calendar can be followed. */
  readonly source?: string;
  readonly entries: Iterable<CalendarEntry>;
}

export const calendarContentType = 'text/calendar; charset=utf-8';

/** A calendar as text (RFC 5545, with the names of RFC 7986): whole days as dates, moments in UTC or in their zone. */
export function writeCalendar(calendar: Calendar): string {
  const zones = new Set<string>();
  return [head(calendar), ...Array.from(calendar.entries, (entry) => entryText(entry, zones)), tail].join('');
}

/** The same calendar piece by piece, so that thousands of entries never stand in memory together. */
export async function* calendarChunks({
  entries,
  ...calendar
}: Omit<Calendar, 'entries'> & { entries: AsyncIterable<readonly CalendarEntry[]> }): AsyncGenerator<string> {
  const zones = new Set<string>();
  yield head(calendar);
  for await (const some of entries) yield some.map((entry) => entryText(entry, zones)).join('');
  yield tail;
}

const tail = 'END:VCALENDAR\r\n';

function head({ name, description, source }: Omit<Calendar, 'entries'>): string {
  return written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Essaim//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`, `X-WR-CALDESC:${escapeText(description)}`] : []),
    ...(source ? [`SOURCE;VALUE=URI:${address(source)}`] : []),
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
  ]);
}

/** An entry, after the zones it names that none before it did. */
function entryText(entry: CalendarEntry, zones: Set<string>): string {
  const lines: string[] = [];
  for (const moment of momentsOf(entry)) {
    const zone = zoneTold(moment);
    if (zone === null || zones.has(zone)) continue;
    zones.add(zone);
    lines.push(...zoneLines(zone));
  }
  return written([...lines, ...entryLines(entry)]);
}

function momentsOf({ starts, ends, replaces, alsoOn = [], exceptOn = [] }: CalendarEntry): CalendarMoment[] {
  return [starts, ends ?? [], replaces ?? [], ...alsoOn, ...exceptOn].flat();
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
