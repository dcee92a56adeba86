import { datesOfRule, endedAt, givesItsStart, readRule, writeRule, type Rule } from './recurrence.ts';

/** A series as its event says it: a first date, a rule, further dates. */
export interface Series {
  starts: Temporal.PlainDateTime;
  rule: string | null;
  further: readonly Temporal.PlainDateTime[];
}

/** What a part of a series is made of. `further` keeps the places of the dates in the list given. */
export interface SeriesPart {
  starts: Temporal.PlainDateTime;
  rule: string | null;
  /** Ranks in `further` of the dates that go with this part, the one that became `starts` left out. */
  further: readonly number[];
}

/**
 * Cuts a series in two at one of its dates: those before, those from it on. Every date is in one of the two, once. Null
 * when nothing would be left before.
 */
export function splitSeries(
  series: Series,
  at: Temporal.PlainDateTime,
): { before: SeriesPart; after: SeriesPart } | null {
  const rule = series.rule === null ? null : readRule(series.rule);
  const [earlier, later] = rule
    ? [
        datesOfRule(rule, series.starts, { after: series.starts, before: at }),
        datesOfRule(rule, series.starts, { after: at, before: at.add({ years: farthestGap }) }),
      ]
    : [[series.starts].filter((date) => isBefore(date, at)), [series.starts].filter((date) => !isBefore(date, at))];
  const before = partOf(
    earlier,
    series,
    (date) => isBefore(date, at),
    rule && endedAt(rule, (rule.has('COUNT') && earlier.at(-1)) || at.subtract({ seconds: 1 })),
  );
  const after = partOf(
    later,
    series,
    (date) => !isBefore(date, at),
    rule && ruleFrom(rule, series.starts, earlier.length),
  );
  return before && after && { before, after };
}

function partOf(
  dates: readonly Temporal.PlainDateTime[],
  { further }: Series,
  isHere: (date: Temporal.PlainDateTime) => boolean,
  rule: Rule | null,
): SeriesPart | null {
  const ranks = further.flatMap((date, rank) => (isHere(date) ? [rank] : []));
  const [first] = dates;
  if (first) return { starts: first, rule: rule && dates.length > 1 ? writeRule(rule) : null, further: ranks };
  const [alone, ...rest] = ranks.toSorted((a, b) => Temporal.PlainDateTime.compare(further[a]!, further[b]!));
  const starts = alone === undefined ? undefined : further[alone];
  return starts ? { starts, rule: null, further: rest.toSorted((a, b) => a - b) } : null;
}

/**
 * The rule as it goes on after so many dates: what it left to its first date is told, for the day of another start may
 * differ, and what was to come so many times comes the times left.
 */
function ruleFrom(rule: Rule, starts: Temporal.PlainDateTime, passed: number): Rule {
  const told = explicitRule(rule, starts);
  const count = rule.get('COUNT');
  if (count === undefined) return told;
  // A first date that the rule does not give stands beside those it counts.
  const counted = givesItsStart(rule, starts) ? passed : Math.max(0, passed - 1);
  return told.set('COUNT', String(Math.max(1, Number(count) - counted)));
}

function explicitRule(rule: Rule, starts: Temporal.PlainDateTime): Map<string, string> {
  const told = new Map(rule);
  const isTold = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'].some((part) => rule.has(part));
  if (isTold) return told;
  if (rule.get('FREQ') === 'WEEKLY') told.set('BYDAY', weekdays[starts.dayOfWeek - 1] ?? 'MO');
  if (rule.get('FREQ') === 'MONTHLY' || rule.get('FREQ') === 'YEARLY') told.set('BYMONTHDAY', String(starts.day));
  if (rule.get('FREQ') === 'YEARLY' && !rule.has('BYMONTH')) told.set('BYMONTH', String(starts.month));
  return told;
}

// Years between two dates of a series, at most: the 29 February of 2096 and of 2104.
const farthestGap = 9;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const isBefore = (date: Temporal.PlainDateTime, at: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(date, at) < 0;
