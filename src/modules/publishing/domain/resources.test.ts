import { describe, expect, test } from 'vitest';
import { nextLinkState, type LinkAnswer, type LinkRecord } from './link-state.ts';
import { neediestFirst, usefulFirst } from './resource-order.ts';
import { nextReviewDay, reviewState } from './review-state.ts';

const now = Temporal.Instant.from('2026-03-02T03:00:00Z');
const later = (hours: number) => now.add({ hours });
const fresh = { failures: 0, failingSince: null };

function after(...tries: [hours: number, answer: LinkAnswer][]): LinkRecord | undefined {
  let record: LinkRecord | undefined;
  for (const [hours, answer] of tries) record = nextLinkState(record ?? fresh, answer, later(hours));
  return record;
}

describe('nextLinkState', () => {
  test('calls a link dead after three bad answers over two days, not before', () => {
    const gone = { status: 404 };
    expect(after([0, gone])?.state).toBe('failing');
    expect(after([0, gone], [1, gone], [2, gone])?.state).toBe('failing');
    expect(after([0, gone], [47, { refusal: 'timeout' }])?.state).toBe('failing');
    expect(after([0, gone], [24, gone], [48, gone])?.state).toBe('dead');
  });

  test('forgives as soon as it answers again', () => {
    const record = after([0, { status: 500 }], [24, { refusal: 'unreachable' }], [48, { status: 200 }]);
    expect(record).toMatchObject({ state: 'alive', failures: 0, failingSince: null });
    expect(after([0, { status: 500 }], [24, { status: 204 }], [48, { status: 500 }])?.state).toBe('failing');
  });

  test.each([401, 403, 429, 451, 503, 999])('does not call dead a site that turns programs away (%i)', (status) => {
    expect(after([0, { status }], [24, { status }], [48, { status }], [72, { status }])?.state).toBe('unknown');
  });

  test('says nothing of what cannot be tried from here', () => {
    expect(after([0, { refusal: 'private_address' }], [99, { refusal: 'port' }])?.state).toBe('unknown');
  });

  test('tries again soon while it fails, each week while it lives, less and less once dead', () => {
    const pause = (record: LinkRecord | undefined) =>
      record && record.nextCheckAt.since(record.checkedAt).total('days');
    const gone = { status: 410 };
    expect(pause(after([0, { status: 200 }]))).toBe(7);
    expect(pause(after([0, gone]))).toBe(1);
    const tries: [number, LinkAnswer][] = [0, 24, 48, 72, 96, 120, 144, 168].map((hours) => [hours, gone]);
    expect(pause(after(...tries.slice(0, 3)))).toBe(7);
    expect(pause(after(...tries.slice(0, 4)))).toBe(14);
    expect(pause(after(...tries))).toBe(28);
  });
});

describe('reviewState', () => {
  const today = Temporal.PlainDate.from('2026-03-02');
  test.each([
    [null, 'fine'],
    ['2026-05-02', 'fine'],
    ['2026-04-01', 'soon'],
    ['2026-03-02', 'due'],
    ['2025-12-03', 'due'],
    ['2025-12-02', 'expired'],
  ])('to be read again on %s: %s', (day, state) => {
    expect(reviewState(day === null ? null : Temporal.PlainDate.from(day), today)).toBe(state);
  });

  test('trusts for a year what was found right', () => {
    expect(nextReviewDay(today).toString()).toBe('2027-03-02');
  });
});

describe('the order of resources', () => {
  const today = Temporal.PlainDate.from('2026-03-02');
  const one = (name: string, votes: number, reviewOn: string | null, more = {}) => ({
    name,
    votes,
    reviewOn: reviewOn === null ? null : Temporal.PlainDate.from(reviewOn),
    publishedAt: now,
    deadLinks: 0,
    suggestions: 0,
    ...more,
  });

  test('for readers: what helped first, what is expired last', () => {
    const list = [one('périmée', 90, '2025-01-01'), one('peu', 1, null), one('beaucoup', 12, '2026-03-01')];
    expect(list.sort(usefulFirst(today)).map(({ name }) => name)).toEqual(['beaucoup', 'peu', 'périmée']);
  });

  test('for the team: what needs care first', () => {
    const list = [
      one('aimée', 12, null),
      one('jamais utile', 0, null),
      one('lien mort', 3, null, { deadLinks: 1 }),
      one('à relire', 3, '2026-02-01'),
      one('périmée', 3, '2025-02-01'),
    ];
    const names = list.sort(neediestFirst(today)).map(({ name }) => name);
    expect(names).toEqual(['périmée', 'à relire', 'lien mort', 'jamais utile', 'aimée']);
  });
});
