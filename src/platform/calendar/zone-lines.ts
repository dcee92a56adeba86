import { localText } from './calendar-line.ts';

// Since when the clocks of the Union change on the same days; older dates read by the first line are an hour off at most.
const told = { from: '1996-01-01', until: '2038-01-01' } as const;

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A change of the clocks: on which local time, from and to which offset. */
interface Change {
  at: Temporal.PlainDateTime;
  from: string;
  to: string;
  isSummer: boolean;
  name: string;
}

/** VTIMEZONE of an IANA zone (RFC 5545 §3.6.5), its yearly changes as rules when they follow one. */
export function zoneLines(zone: string): string[] {
  const start = Temporal.PlainDate.from(told.from).toZonedDateTime(zone);
  const changes = changesOf(start);
  const standard = standardOffset(start);
  const base: Change = {
    at: Temporal.PlainDateTime.from('1970-01-01T00:00'),
    from: start.offset,
    to: start.offset,
    isSummer: start.offsetNanoseconds !== standard,
    name: start.offset,
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance(base, null),
    ...runsOf(changes).flatMap(({ change, rule }) => observance(change, rule)),
    'END:VTIMEZONE',
  ];
}

function changesOf(start: Temporal.ZonedDateTime): Change[] {
  const end = Temporal.PlainDate.from(told.until).toZonedDateTime(start.timeZoneId);
  const changes: Change[] = [];
  let before = start;
  for (;;) {
    const after = before.getTimeZoneTransition('next');
    if (!after || Temporal.ZonedDateTime.compare(after, end) >= 0) return changes;
    const from = after.subtract({ nanoseconds: 1 });
    changes.push({
      // RFC 5545 tells the moment on the clock as it was before.
      at: from.toPlainDateTime().add({ nanoseconds: 1 }),
      from: from.offset,
      to: after.offset,
      isSummer: after.offsetNanoseconds > from.offsetNanoseconds,
      name: after.offset,
    });
    before = after;
  }
}

/** The smaller offset of the year is the standard one; only a word for programs that show it. */
function standardOffset(start: Temporal.ZonedDateTime): number {
  return Math.min(start.offsetNanoseconds, start.add({ months: 6 }).offsetNanoseconds);
}

/** Changes that come back each year at the same place of the month, as one rule each. */
function runsOf(changes: readonly Change[]): { change: Change; rule: string | null }[] {
  const lastYear = Number(told.until.slice(0, 4)) - 1;
  const left = [...changes];
  const runs: { change: Change; rule: string | null }[] = [];
  for (let change = left.shift(); change; change = left.shift()) {
    const run = longestRun(change, left);
    for (const taken of run.slice(1)) left.splice(left.indexOf(taken), 1);
    const last = run.at(-1);
    if (run.length < 3 || !last) {
      runs.push(...run.map((one) => ({ change: one, rule: null })));
      continue;
    }
    const until = last.at.year === lastYear ? '' : `;UNTIL=${utcOf(last)}`;
    const place = placeOf(run);
    runs.push({ change, rule: `FREQ=YEARLY;BYMONTH=${change.at.month};BYDAY=${place}${until}` });
  }
  return runs;
}

function longestRun(first: Change, rest: readonly Change[]): Change[] {
  const run = [first];
  for (const next of rest) {
    const last = run.at(-1) ?? first;
    if (next.at.year > last.at.year + 1) break;
    const isAlike =
      next.at.year === last.at.year + 1 &&
      next.at.month === first.at.month &&
      next.at.dayOfWeek === first.at.dayOfWeek &&
      next.at.toPlainTime().equals(first.at.toPlainTime()) &&
      next.from === first.from &&
      next.to === first.to;
    if (isAlike && placeOf([...run, next]) !== null) run.push(next);
  }
  return run;
}

/** Where in their month all of these fall: the last Sunday (`-1SU`), the second (`2SU`); null when nowhere in common. */
function placeOf(run: readonly Change[]): string | null {
  const day = weekdays[(run[0]?.at.dayOfWeek ?? 1) - 1];
  if (run.every(({ at }) => at.day + 7 > at.daysInMonth)) return `-1${day}`;
  const places = new Set(run.map(({ at }) => Math.ceil(at.day / 7)));
  return places.size === 1 ? `${[...places][0]}${day}` : null;
}

function utcOf({ at, from }: Change): string {
  return `${localText(at.toZonedDateTime(from).withTimeZone('UTC').toPlainDateTime())}Z`;
}

function observance({ at, from, to, isSummer, name }: Change, rule: string | null): string[] {
  const kind = isSummer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localText(at)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `TZNAME:${name}`,
    `END:${kind}`,
  ];
}

const offset = (text: string) => text.replaceAll(':', '');
