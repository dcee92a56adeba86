import { describe, expect, it, test } from 'vitest';
import { isTimeFor, lastSlot, nextSlot } from './digest-slots.ts';
import { mailSubjects } from './mail-subjects.ts';
import { maySendAlone, planDigest, roomAt, type PlannedItem, type PlannedReader } from './plan.ts';
import { playYear } from '../testing/year-of-mails.ts';

const zone = 'Europe/Paris';
const paris = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).toInstant();
const now = paris('2026-03-12T09:00');
const item = (more: Partial<PlannedItem> = {}): PlannedItem => ({
  key: 'a',
  subject: 'life',
  publishedAt: paris('2026-03-10T10:00'),
  expiresAt: null,
  ...more,
});
const reader = (more: Partial<PlannedReader> = {}): PlannedReader => ({
  subjects: new Set(['life']),
  rhythm: 'weekly',
  since: paris('2026-01-01T00:00'),
  pausedUntil: null,
  heard: new Set(),
  mails: [],
  ...more,
});

describe('the moments digests leave', () => {
  const thursdays = { weekday: 4, hour: 9 };

  it('are the same hour on the wall all year, the first of the month told apart', () => {
    expect(lastSlot(now, thursdays, zone)).toEqual({ at: now, isMonthly: false });
    expect(lastSlot(now.subtract({ seconds: 1 }), thursdays, zone)).toEqual({
      at: paris('2026-03-05T09:00'),
      isMonthly: true,
    });
    // Summer time begins on 29 March.
    expect(nextSlot(paris('2026-03-27T12:00'), thursdays, zone)).toEqual({
      at: paris('2026-04-02T09:00'),
      isMonthly: true,
    });
  });

  it('are not caught up with after two days, nor doubled when the hub changes its day', () => {
    const slot = lastSlot(now, thursdays, zone);
    expect(isTimeFor(slot, now.add({ hours: 47 }), null)).toBe(true);
    expect(isTimeFor(slot, now.add({ hours: 49 }), null)).toBe(false);
    expect(isTimeFor(slot, now, paris('2026-03-05T09:00'))).toBe(true);
    expect(isTimeFor(slot, now, paris('2026-03-10T09:00'))).toBe(false);
    expect(isTimeFor(slot, now, slot.at)).toBe(false);
  });
});

describe('the digest of a reader', () => {
  const plan = (one: PlannedReader, items: PlannedItem[], isMonthly = false) =>
    planDigest(one, items, { now, budget: 3, isMonthly });

  it('holds what she asked for, did not hear, and still holds', () => {
    const heard = item({ key: 'heard' });
    const items = [
      item(),
      heard,
      item({ key: 'jobs', subject: 'jobs' }),
      item({ key: 'late', expiresAt: now }),
      item({ key: 'old', publishedAt: paris('2026-01-15T10:00') }),
      item({ key: 'wanted', publishedAt: paris('2025-11-15T10:00'), isWanted: true }),
    ];
    expect(plan(reader({ heard: new Set([heard.key]) }), items)?.items.map(({ key }) => key)).toEqual(['a', 'wanted']);
  });

  it('is none when there is nothing for her, on a day that is not hers, and while she pauses', () => {
    expect(plan(reader(), [])).toBeNull();
    expect(plan(reader({ since: now }), [item()])).toBeNull();
    expect(plan(reader({ rhythm: 'monthly' }), [item()])).toBeNull();
    expect(plan(reader({ rhythm: 'monthly' }), [item()], true)).not.toBeNull();
    expect(plan(reader({ pausedUntil: now.add({ hours: 1 }) }), [item()])).toBeNull();
    expect(plan(reader({ pausedUntil: now }), [item()])).not.toBeNull();
  });

  it('waits for room in her week, and then leaves out what will be too late', () => {
    const mails = [1, 2, 3].map((days) => now.subtract({ hours: days * 24 }));
    const leavesAt = now.add({ hours: 4 * 24 });
    const copy = plan(reader({ mails }), [item(), item({ key: 'b', expiresAt: now.add({ hours: 72 }) })]);
    expect(copy).toEqual({ leavesAt, items: [item()] });
    expect(plan(reader({ mails: mails.slice(1) }), [item()])?.leavesAt).toEqual(now);
  });
});

test('an information alone reaches who reads at once, within her budget', () => {
  const atOnce = reader({ rhythm: 'at_once' });
  const may = (one: PlannedReader, what = item()) => maySendAlone(one, what, { now, budget: 3 });
  expect(may(atOnce)).toBe(true);
  expect(may(reader())).toBe(false);
  expect(may({ ...atOnce, heard: new Set([item().key]) })).toBe(false);
  expect(may(atOnce, item({ subject: 'jobs' }))).toBe(false);
  expect(may({ ...atOnce, mails: [now, now, now] })).toBe(false);
  expect(roomAt([now.subtract({ hours: 24 * 7 }), now, now], 3, now)).toEqual(now);
});

describe('a year of 10,000 events over 2,000 readers', () => {
  const hears = { subjects: mailSubjects, events: 10_000, readers: 2_000, seed: 20_261 };

  it('tells nobody anything twice nor beyond her budget, and forgets nothing in time', () => {
    const year = playYear({ ...hears, keepsBudget: true, keepsHeard: true });
    expect(year.faults).toEqual([]);
    // The year was a real one: mails left, some had to wait, all rhythms were served.
    expect(year.mails).toBeGreaterThan(50_000);
    expect(year.postponed).toBeGreaterThan(100);
    expect(year.promised).toBeGreaterThan(50_000);
    expect([...year.rhythmsServed].sort()).toEqual(['at_once', 'monthly', 'weekly']);
  });

  it('is judged by a referee that sees both faults when the rules are taken away', () => {
    const less = { ...hears, events: 2_000, readers: 200 };
    const faults = (rules: { keepsBudget: boolean; keepsHeard: boolean }) =>
      new Set(playYear({ ...less, ...rules }).faults.map(({ fault }) => fault));
    expect(faults({ keepsBudget: false, keepsHeard: true })).toEqual(new Set(['over budget']));
    expect(faults({ keepsBudget: true, keepsHeard: false })).toContain('twice');
    expect(faults({ keepsBudget: true, keepsHeard: true })).toEqual(new Set());
  });
});
