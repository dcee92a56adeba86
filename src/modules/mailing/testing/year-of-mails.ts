import { nextSlot } from '../domain/digest-slots.ts';
import { maySendAlone, planDigest, toldWithinDays, type PlannedItem } from '../domain/plan.ts';
import { rhythms } from '../domain/rhythms.ts';
import { judge, type Fault, type ReaderOfYear } from './referee-of-mails.ts';

export interface YearOptions {
  subjects: readonly PlannedItem['subject'][];
  events: number;
  readers: number;
  seed: number;
  /** False to see what the year would be without the rule. */
  keepsBudget: boolean;
  keepsHeard: boolean;
}

export interface YearTold {
  faults: Fault[];
  mails: number;
  /** Digests that had to wait for room. */
  postponed: number;
  /** Informations that had to reach somebody by a day. */
  promised: number;
  rhythmsServed: Set<string>;
}

interface WaitingCopy {
  reader: ReaderOfYear;
  leavesAt: Temporal.Instant;
  items: readonly PlannedItem[];
}

const zone = 'Europe/Paris';
const thursdays = { weekday: 4, hour: 9 };
const budget = 3;
const hours = (count: number) => count * 3_600_000;

/** Plays a year: things are published, some are sent alone, readers change their minds, digests leave each Thursday. */
export function playYear(options: YearOptions): YearTold {
  const chance = chanceFrom(options.seed);
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(chance() * list.length)] as Value;
  const some = () => new Set(options.subjects.filter(() => chance() < 0.4).concat(pick(options.subjects)));
  const begin = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).toInstant();
  const at = (ms: number) => begin.add({ milliseconds: Math.round(ms) });
  const readers = Array.from({ length: options.readers }, (): ReaderOfYear => {
    const state = { subjects: some(), rhythm: pick(rhythms), since: begin, pausedUntil: null };
    return {
      ...state,
      isEnded: false,
      heard: new Set(),
      mails: [],
      got: [],
      past: [{ ...state, at: begin, hears: true }],
    };
  });
  const allowed = options.keepsBudget ? budget : Number.POSITIVE_INFINITY;
  const asKnown = (reader: ReaderOfYear) => (options.keepsHeard ? reader : { ...reader, heard: new Set<string>() });
  const items: PlannedItem[] = [];
  const rhythmsServed = new Set<string>();
  let waiting: WaitingCopy[] = [];
  let postponed = 0;

  const times = Array.from({ length: options.events }, () => chance() * hours(24 * 365)).sort((one, two) => one - two);
  let slot = nextSlot(begin, thursdays, zone);
  for (const time of times) {
    const now = at(time);
    while (Temporal.Instant.compare(slot.at, now) <= 0) {
      letGo(slot.at);
      digests(slot.at, slot.isMonthly);
      slot = nextSlot(slot.at, thursdays, zone);
    }
    letGo(now);
    const dice = chance();
    if (dice < 0.15) publish(now);
    else if (dice < 0.155) for (const reader of readers) if (canWrite(reader, now)) send(reader, now, []);
    if (dice >= 0.155) changeMind(pick(readers), now);
  }

  return {
    ...judge(readers, items, { budget, until: at(hours(24 * 365)) }),
    mails: readers.reduce((sum, reader) => sum + reader.got.length, 0),
    postponed,
    rhythmsServed,
  };

  function publish(now: Temporal.Instant): void {
    const expiresAt = chance() < 0.4 ? null : now.add({ hours: Math.round(24 + chance() * 24 * 60) });
    const item = {
      key: `news ${items.length}`,
      subject: pick(options.subjects),
      publishedAt: now,
      expiresAt,
    };
    items.push(item);
    if (chance() > 0.3) return;
    for (const reader of readers)
      if (!reader.isEnded && maySendAlone(asKnown(reader), item, { now, budget: allowed })) send(reader, now, [item]);
  }

  function digests(now: Temporal.Instant, isMonthly: boolean): void {
    const oldest = now.subtract({ hours: 24 * toldWithinDays });
    const recent = items.filter((item) => Temporal.Instant.compare(item.publishedAt, oldest) > 0);
    for (const reader of readers) {
      if (reader.isEnded) continue;
      const copy = planDigest(asKnown(reader), recent, { now, budget: allowed, isMonthly });
      if (!copy) continue;
      if (Temporal.Instant.compare(copy.leavesAt, now) > 0) {
        postponed += 1;
        waiting.push({ reader, ...copy });
        continue;
      }
      send(reader, now, copy.items);
      rhythmsServed.add(reader.rhythm);
    }
  }

  /** Copies whose moment came leave, with what was not heard meanwhile, unless the reader stopped. */
  function letGo(now: Temporal.Instant): void {
    if (waiting.length === 0) return;
    const due = waiting.filter((copy) => Temporal.Instant.compare(copy.leavesAt, now) <= 0);
    if (due.length === 0) return;
    waiting = waiting.filter((copy) => !due.includes(copy));
    for (const { reader, leavesAt, items: held } of due) {
      const left = options.keepsHeard ? held.filter((item) => !reader.heard.has(item.key)) : held;
      const hers = left.filter((item) => reader.subjects.has(item.subject));
      if (hers.length > 0 && canWrite(reader, leavesAt)) send(reader, leavesAt, hers);
    }
  }

  function canWrite(reader: ReaderOfYear, now: Temporal.Instant): boolean {
    if (reader.isEnded || (reader.pausedUntil && Temporal.Instant.compare(reader.pausedUntil, now) > 0)) return false;
    const since = now.subtract({ hours: 24 * 7 });
    return reader.mails.filter((mail) => Temporal.Instant.compare(mail, since) > 0).length < allowed;
  }

  function send(reader: ReaderOfYear, now: Temporal.Instant, told: readonly PlannedItem[]): void {
    const since = now.subtract({ hours: 24 * 7 });
    reader.mails = [...reader.mails.filter((mail) => Temporal.Instant.compare(mail, since) > 0), now];
    reader.got.push({ at: now, items: told });
    for (const item of told) reader.heard.add(item.key);
  }

  function changeMind(reader: ReaderOfYear, now: Temporal.Instant): void {
    const dice = chance();
    if (reader.isEnded) Object.assign(reader, { isEnded: false, since: now, subjects: some() });
    else if (dice < 0.35) reader.subjects = some();
    else if (dice < 0.65) reader.rhythm = pick(rhythms);
    else if (dice < 0.85) reader.pausedUntil = now.add({ hours: Math.round(24 * 60 * chance()) });
    else reader.isEnded = true;
    reader.past.push({
      at: now,
      subjects: reader.subjects,
      rhythm: reader.rhythm,
      hears: !reader.isEnded && !(reader.pausedUntil && Temporal.Instant.compare(reader.pausedUntil, now) > 0),
    });
  }
}

/** A repeatable sequence of numbers between 0 and 1 (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
