import { datesOfRule, endedAt, horizonInMonths, readRule, writeRule, type Rule } from '../../domain/recurrence.ts';
import type { FileZones } from './file-zones.ts';
import type { IncomingEvent, IncomingOverride } from './incoming-event.ts';
import type { ReadMoment } from './moments.ts';
import { localIn, type ReadComponent } from './read-component.ts';

/** The components of one UID as events: its series with what differs in it, cut where « this and following » says. */
export function joinSeries(
  components: readonly ReadComponent[],
  zones: FileZones,
  now: Temporal.Instant,
): IncomingEvent[] {
  const masters = mastersOf(components.filter(({ replaces }) => replaces === null));
  const replacements = components.filter(({ replaces }) => replaces !== null);
  const [only] = masters;
  if (masters.length !== 1 || !only)
    return [
      ...masters.map((master) => seriesOf(master, [], zones, now)),
      ...replacements.map((one) => alone(one, zones, now)),
    ].flat();
  return seriesOf(only, replacements, zones, now);
}

/** Of two tellings of the same event the later one stands; with other dates they are other events that share a name. */
function mastersOf(components: readonly ReadComponent[]): ReadComponent[] {
  const highest = Math.max(0, ...components.map(({ event }) => event.sequence));
  const latest = components.filter(({ event }) => event.sequence === highest);
  const byStart = new Map(latest.map((one) => [one.event.starts, one]));
  return [...byStart.values()].map((one, index) =>
    index === 0 ? one : { ...one, event: { ...one.event, uid: `${one.event.uid}#${one.event.starts}` } },
  );
}

/** A date whose series is not in the file. */
function alone(one: ReadComponent, zones: FileZones, now: Temporal.Instant): IncomingEvent[] {
  const original = one.replaces ? originalIn(one.replaces, one.event, zones) : one.event.starts;
  return seriesOf(
    { ...one, replaces: null, event: { ...one.event, uid: `${one.event.uid}#${original}` } },
    [],
    zones,
    now,
  );
}

function seriesOf(
  master: ReadComponent,
  replacements: readonly ReadComponent[],
  zones: FileZones,
  now: Temporal.Instant,
): IncomingEvent[] {
  const { event } = master;
  const following = replacements
    .filter(({ isForFollowing }) => isForFollowing)
    .map((one) => ({ one, from: originalOf(one, event, zones) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (following) return cutSeries(master, replacements, following, zones, now);
  const window = windowFrom(event, now);
  const extra = master.moreRules.flatMap((rule) => startsOf(rule, event, window));
  const length = event.ends === null ? null : local(event.starts).until(local(event.ends), { largestUnit: 'day' });
  const alsoOn = [
    ...event.alsoOn,
    ...extra.map((at) => ({ starts: at.toString(), ends: length ? at.add(length).toString() : null })),
  ];
  const overrides = overridesOf(event, replacements, zones);
  const isTaken = new Set(overrides.map(({ original }) => original));
  const excepted = master.except.map((moment) => originalIn(moment, event, zones));
  const ruled = master.exceptRules.flatMap((rule) => startsOf(rule, event, window).map(String));
  // A date taken out after it was changed stays out.
  const outdated = new Set(
    replacements.filter((one) => one.event.sequence < event.sequence).map((one) => originalOf(one, event, zones)),
  );
  const exceptOn = [...new Set([...excepted, ...ruled])].filter((at) => !isTaken.has(at) || outdated.has(at));
  return [{ ...event, alsoOn, exceptOn, overrides: overrides.filter(({ original }) => !exceptOn.includes(original)) }];
}

interface Following {
  one: ReadComponent;
  from: string;
}

/** RFC 5545 `RANGE=THISANDFUTURE`: the series ends before that date, and another one starts there. */
function cutSeries(
  master: ReadComponent,
  replacements: readonly ReadComponent[],
  { one, from }: Following,
  zones: FileZones,
  now: Temporal.Instant,
): IncomingEvent[] {
  const { event } = master;
  const others = replacements.filter((other) => other !== one);
  const isBefore = (other: ReadComponent) => originalOf(other, event, zones) < from;
  const rule = event.rule === null ? null : readRule(event.rule);
  const cut = local(from).subtract({ seconds: 1 });
  const later = {
    ...one.event,
    uid: `${event.uid}#${from}`,
    rule: one.event.rule ?? (rule && followingRule(rule, event, from)),
  };
  const before = {
    ...event,
    rule: rule && writeRule(endedAt(rule, cut)),
    alsoOn: event.alsoOn.filter(({ starts }) => starts < from),
  };
  return [
    ...(event.starts < from ? seriesOf({ ...master, event: before }, others.filter(isBefore), zones, now) : []),
    ...seriesOf(
      { ...one, event: later, replaces: null, isForFollowing: false },
      others.filter((other) => !isBefore(other)),
      zones,
      now,
    ),
  ];
}

/** What is left of a rule from a date on: as many times less as there were dates before. */
function followingRule(rule: Rule, event: IncomingEvent, from: string): string {
  const count = Number(rule.get('COUNT'));
  if (!Number.isInteger(count)) return writeRule(rule);
  const done = datesOfRule(rule, local(event.starts), { after: local(event.starts), before: local(from) }).length;
  return writeRule(new Map(rule).set('COUNT', String(Math.max(1, count - done))));
}

function overridesOf(
  event: IncomingEvent,
  replacements: readonly ReadComponent[],
  zones: FileZones,
): IncomingOverride[] {
  const latest = new Map<string, { override: IncomingOverride; sequence: number }>();
  for (const one of replacements) {
    const original = originalOf(one, event, zones);
    if ((latest.get(original)?.sequence ?? -1) > one.event.sequence) continue;
    const { starts, ends } = inZone(one.event, event);
    const override = {
      original,
      starts,
      ends,
      isCancelled: one.event.state === 'cancelled',
      title: one.event.title === event.title ? null : one.event.title,
    };
    latest.set(original, { override, sequence: one.event.sequence });
  }
  return [...latest.values()].map(({ override }) => override);
}

/** The times of a date that differs, on the clocks of its series. */
function inZone(one: IncomingEvent, event: IncomingEvent): { starts: string; ends: string | null } {
  const told = (at: string | null) => {
    if (at === null || one.zone === event.zone || event.isAllDay || one.isAllDay) return at;
    return local(at).toZonedDateTime(one.zone).withTimeZone(event.zone).toPlainDateTime().toString();
  };
  return { starts: told(one.starts) ?? one.starts, ends: told(one.ends) };
}

function originalOf(one: ReadComponent, event: IncomingEvent, zones: FileZones): string {
  return one.replaces ? originalIn(one.replaces, event, zones) : one.event.starts;
}

/** The start meant by a RECURRENCE-ID: whole days have no hour, and a day alone means the hour of the series. */
function originalIn(moment: ReadMoment, event: IncomingEvent, zones: FileZones): string {
  const start = local(event.starts);
  if (event.isAllDay)
    return (moment.isUtc ? localIn(moment, zones.own, zones) : moment.local).toPlainDate().toPlainDateTime().toString();
  if (moment.isDate) return moment.local.toPlainDate().toPlainDateTime(start.toPlainTime()).toString();
  return localIn(moment, event.zone, zones).toString();
}

function startsOf(
  rule: string,
  event: IncomingEvent,
  window: { after: Temporal.PlainDateTime; before: Temporal.PlainDateTime },
) {
  const read = readRule(rule);
  return read ? datesOfRule(read, local(event.starts), window) : [];
}

/** From its first date to the horizon of whoever reads, or as long after a first date that is past. */
function windowFrom(event: IncomingEvent, now: Temporal.Instant) {
  const after = local(event.starts);
  const here = now.toZonedDateTimeISO(event.zone).toPlainDateTime();
  const from = Temporal.PlainDateTime.compare(after, here) > 0 ? after : here;
  return { after, before: from.add({ months: horizonInMonths }) };
}

const local = (text: string) => Temporal.PlainDateTime.from(text);
