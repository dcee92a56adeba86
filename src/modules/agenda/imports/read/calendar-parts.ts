import ICAL from 'ical.js';
import { mostComponents } from './incoming-event.ts';

/** One property as ical.js reads it: name, parameters, type, values. */
export interface PartProperty {
  name: string;
  parameters: Readonly<Record<string, string | string[]>>;
  values: readonly unknown[];
  /** As it was written, unfolded, for values that are read here. */
  text: string;
}

/** One component (`vevent`, `vtimezone`…) with its properties; those inside it are left out, but for zones. */
export interface CalendarPart {
  name: string;
  properties: ReadonlyMap<string, readonly PartProperty[]>;
  /** Lines of the whole component. */
  lines: readonly string[];
  badLines: number;
}

export interface CalendarParts {
  events: readonly CalendarPart[];
  zones: readonly CalendarPart[];
  /** Properties of the calendars themselves. */
  head: ReadonlyMap<string, string>;
  /** Components past the bound, not read. */
  left: number;
}

/** Kept as text: one that is wrong must not lose the rest. */
const readHere = new Set(['rrule', 'exrule', 'geo', 'begin', 'end', 'sequence', 'duration']);
const longestLine = 100_000;
const mostLinesOfPart = 3000;

/**
 * Cuts a stream of calendars in components and reads each property alone, so that whatever is wrong loses itself only.
 * Takes several calendars in a row, any ends of line, and what is not closed.
 */
export function calendarParts(text: string): CalendarParts {
  const [events, zones]: [CalendarPart[], CalendarPart[]] = [[], []];
  const head = new Map<string, string>();
  const open: { name: string; lines: string[] }[] = [];
  let left = 0;
  const close = (part: { name: string; lines: string[] }): void => {
    if (part.name !== 'vevent' && part.name !== 'vtimezone') return;
    if (events.length + zones.length >= mostComponents) left += 1;
    else (part.name === 'vevent' ? events : zones).push(partOf(part.name, part.lines));
  };
  for (const line of unfolded(text)) {
    const [, edge, kind] = /^(BEGIN|END):\s*([A-Z-]+)\s*$/i.exec(line) ?? [];
    const name = kind?.toLowerCase();
    const top = open.at(-1);
    if (name !== undefined && edge?.toUpperCase() === 'BEGIN') {
      // An event cannot hold an event: the one before was not closed.
      if (name === 'vevent' && top?.name === 'vevent') close(open.pop() ?? top);
      if (name !== 'vcalendar') open.push({ name, lines: [] });
      if (open.length > 8) open.shift();
    } else if (name !== undefined) {
      const at = open.findLastIndex((part) => part.name === name);
      if (at !== -1) for (const part of open.splice(at).toReversed()) close(part);
    } else if (!top) {
      const [, property = '', value = ''] = /^([\w-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
      if (property !== '' && !head.has(property.toLowerCase())) head.set(property.toLowerCase(), value.trim());
    }
    for (const part of open) if (part.lines.length < mostLinesOfPart) part.lines.push(line);
  }
  for (const part of open.toReversed()) close(part);
  return { events, zones, head, left };
}

/** Lines put back together (RFC 5545 §3.1), whatever ends them. */
function* unfolded(text: string): Generator<string> {
  let pending = '';
  for (const line of text.replace(/^\ufeff+/, '').split(/\r\n|\n|\r/)) {
    if (/^[ \t]/.test(line)) {
      if (pending.length < longestLine) pending += line.slice(1);
      continue;
    }
    if (pending !== '') yield pending;
    pending = line;
  }
  if (pending !== '') yield pending;
}

function partOf(name: string, lines: readonly string[]): CalendarPart {
  const properties = new Map<string, PartProperty[]>();
  let [badLines, depth] = [0, 0];
  for (const line of lines) {
    const edge = /^(BEGIN|END):/i.exec(line)?.[1]?.toUpperCase();
    if (edge) depth += edge === 'BEGIN' ? 1 : -1;
    // The first line opens the part itself; deeper ones are alarms.
    if (edge || depth > 1) continue;
    const property = propertyOf(line);
    if (!property) badLines += 1;
    else properties.set(property.name, [...(properties.get(property.name) ?? []), property]);
  }
  return { name, properties, lines, badLines };
}

function propertyOf(line: string): PartProperty | null {
  const name = /^[\w-]+/.exec(line)?.[0].toLowerCase();
  if (name === undefined || line.length > longestLine) return null;
  if (readHere.has(name)) {
    const value = /^[^:]*:(.*)$/s.exec(line.replace(/"[^"]*"/g, '""'))?.[1] ?? '';
    return { name, parameters: {}, values: [value.trim()], text: line };
  }
  try {
    const [, parameters, , ...values] = ICAL.parse.property(repaired(line)) as [
      string,
      Record<string, string>,
      string,
      ...unknown[],
    ];
    return { name, parameters, values, text: line };
  } catch {
    return null;
  }
}

/** Some close the quotes of a zone after the moment it is of. */
function repaired(line: string): string {
  return line.replace(/^([\w-]+;TZID=)"([^":]+):(\d{8}(?:T\d{6}Z?)?)"$/, '$1"$2":$3');
}

/** The first value of a property as text; empty when it is not there. */
export function valueOf({ properties }: CalendarPart, name: string): string {
  const value = properties.get(name)?.[0]?.values[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
