import { createRequire } from 'node:module';
import type { RRuleTemporal } from 'rrule-temporal';

// Loaded with the first series that is counted: a site starts without it.
const require = createRequire(import.meta.url);

/** Most dates a series may have, and how far ahead they are written. */
export const mostDates = 750;
export const horizonInMonths = 24;

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const listParts = ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO'] as const;
const knownParts: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', ...listParts]);
const mostListed = 60;
const mostCombined = 366;
// A hundred and fifty years of days.
const mostSteps = 55_000;

/** A rule of RFC 5545 §3.3.10, checked and bounded; written as kept, with UNTIL in local time. */
export type Rule = ReadonlyMap<string, string>;

/**
 * Reads a RRULE value. Null when it is no rule, repeats more than once a day, or asks for more than a calendar of
 * people needs (lists of 60 values, 366 combinations).
 */
export function readRule(text: string): Rule | null {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(';')) {
    const [name, value, more] = part.split('=');
    if (!name || !value || more !== undefined || parts.has(name) || !knownParts.has(name)) return null;
    parts.set(name, value);
  }
  return isSound(parts) ? parts : null;
}

function isSound(parts: Rule): boolean {
  if (!(frequencies as readonly string[]).includes(parts.get('FREQ') ?? '')) return false;
  if (!isCount(parts.get('INTERVAL'), 1000) || !isCount(parts.get('COUNT'), 100_000)) return false;
  if (parts.has('COUNT') && parts.has('UNTIL')) return false;
  if (parts.has('UNTIL') && untilOf(parts) === null) return false;
  if (!/^(MO|TU|WE|TH|FR|SA|SU)$/.test(parts.get('WKST') ?? 'MO')) return false;
  let combined = 1;
  for (const name of listParts) {
    const values = parts.get(name)?.split(',');
    if (!values) continue;
    const isListed = name === 'BYDAY' ? /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/ : /^[+-]?[1-9]\d{0,2}$/;
    if (values.length > mostListed || !values.every((value) => isListed.test(value))) return false;
    if (name !== 'BYSETPOS') combined *= values.length;
  }
  return combined <= mostCombined;
}

function isCount(text: string | undefined, most: number): boolean {
  return text === undefined || (/^[1-9]\d{0,5}$/.test(text) && Number(text) <= most);
}

/** The last moment of a rule in local time; a date alone means all of that day. */
export function untilOf(rule: Rule): Temporal.PlainDateTime | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(rule.get('UNTIL') ?? '');
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((digits) => Number(digits ?? Number.NaN));
  try {
    const date = Temporal.PlainDate.from({ year: year!, month: month!, day: day! }, { overflow: 'reject' });
    if (Number.isNaN(hour)) return date.toPlainDateTime({ hour: 23, minute: 59, second: 59 });
    return date.toPlainDateTime({ hour: hour!, minute: minute!, second: Math.min(second!, 59) });
  } catch {
    return null;
  }
}

/** The rule as it is kept: known parts in one order. */
export function writeRule(rule: Rule): string {
  const order = [...knownParts];
  return [...rule]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

/** The same rule, ending at this local moment at the latest. A COUNT gives way: the moment must not come after its last date. */
export function endedAt(rule: Rule, until: Temporal.PlainDateTime): Rule {
  const ended = new Map(rule);
  ended.delete('COUNT');
  const own = untilOf(rule);
  const last = own && Temporal.PlainDateTime.compare(own, until) < 0 ? own : until;
  ended.set('UNTIL', last.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, ''));
  return ended;
}

/**
 * The local moments of a rule, its start included as RFC 5545 asks, from `after` until `before` (not included), at most
 * {@link mostDates}. Computed on the clock on the wall, so that a weekly meeting at 18 h stays at 18 h.
 */
export function datesOfRule(
  rule: Rule,
  starts: Temporal.PlainDateTime,
  { after, before }: { after: Temporal.PlainDateTime; before: Temporal.PlainDateTime },
): Temporal.PlainDateTime[] {
  const series = seriesOf(rule, starts, before);
  const isWithin = (date: Temporal.PlainDateTime) =>
    Temporal.PlainDateTime.compare(date, after) >= 0 && Temporal.PlainDateTime.compare(date, before) < 0;
  const first = Temporal.PlainDateTime.compare(after, starts) > 0 ? after : starts;
  const found = between(series, first.toZonedDateTime('UTC'), before.toZonedDateTime('UTC'))
    .map((date) => Temporal.ZonedDateTime.from(date.toString()).toPlainDateTime())
    .filter(isWithin);
  const isToldFirst = found[0]?.equals(starts) ?? false;
  return (isWithin(starts) && !isToldFirst ? [starts, ...found] : found).slice(0, mostDates);
}

/** Whether the rule itself gives its start, as a calendar expects of a DTSTART. */
export function givesItsStart(rule: Rule, starts: Temporal.PlainDateTime): boolean {
  const start = starts.toZonedDateTime('UTC');
  return between(seriesOf(rule, starts, starts.add({ days: 1 })), start, start).length > 0;
}

function seriesOf(rule: Rule, starts: Temporal.PlainDateTime, before: Temporal.PlainDateTime): RRuleTemporal {
  const asked = new Map(rule);
  // At most one a day: a count that the window cannot reach would only be walked for nothing.
  if (Number(rule.get('COUNT') ?? 0) > starts.until(before, { largestUnit: 'day' }).days) asked.delete('COUNT');
  const until = untilOf(rule);
  if (until) asked.set('UNTIL', `${until.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}Z`);
  const { RRuleTemporal: Series } = require('rrule-temporal') as typeof import('rrule-temporal');
  return new Series({
    rruleString: `RRULE:${writeRule(asked)}`,
    dtstart: starts.toZonedDateTime('UTC') as never,
    tzid: 'UTC',
    maxIterations: mostSteps,
  });
}

/** None when the rule names days that never come (31 February): the library walks without end, and says so. */
function between(series: RRuleTemporal, after: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime) {
  try {
    return series.between(after as never, before as never, true);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) return [];
    throw error;
  }
}
