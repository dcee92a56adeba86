import { describe, expect, test } from 'vitest';
import { paceOf } from './pace.ts';
import { nextTry, troubleOf } from './retries.ts';

describe('the pace of a domain', () => {
  test('lets one mail go every gap, and others meanwhile', () => {
    const pace = paceOf(120);
    pace.note('a.example', 1000);
    expect(pace.closed(1400)).toEqual(['a.example']);
    expect(pace.opensAt(1400)).toBe(1500);
    expect(pace.closed(1500)).toEqual([]);
    expect(pace.opensAt(1500)).toBeNull();
  });

  test('is none when the hub wants none', () => {
    const pace = paceOf(null);
    pace.note('a.example', 0);
    expect(pace.closed(0)).toEqual([]);
  });
});

describe('a refusal', () => {
  test.each([
    ['refused', '5.1.1', 'hard'],
    ['refused', '550', 'hard'],
    ['refused', '5.7.1', 'message'],
    ['refused', '554', 'message'],
    ['refused', '5.2.2', 'soft'],
    ['refused', undefined, 'message'],
    ['later', '451', 'soft'],
    ['later', '4.2.2', 'soft'],
    ['later', undefined, 'server'],
  ] as const)('%s %s is %s', (result, code, trouble) => expect(troubleOf(result, code)).toBe(trouble));

  test('is tried again later and later, three days at most', () => {
    const first = Temporal.Instant.from('2026-03-02T08:00:00Z');
    let now = first;
    const waits: number[] = [];
    for (let tries = 1; ; tries += 1) {
      const next = nextTry(first, tries, now);
      if (!next) break;
      waits.push(next.since(now).total('minutes'));
      now = next;
    }
    expect(waits.slice(0, 7)).toEqual([15, 30, 60, 120, 240, 480, 720]);
    expect(now.since(first).total('hours')).toBeLessThanOrEqual(72);
    expect(now.since(first).total('hours')).toBeGreaterThan(60);
  });
});
