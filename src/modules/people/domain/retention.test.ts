import { describe, expect, test } from 'vitest';
import { dueOn, forgottenOn, isForeseen } from './retention.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a person is forgotten', () => {
  test('three years after she was last heard of', () => {
    expect(dueOn(day('2024-02-29')).toString()).toBe('2027-02-28');
    expect(forgottenOn(day('2023-12-20'), day('2026-09-21')).toString()).toBe('2026-12-20');
  });
  test('never before a month on the list, however old she is', () => {
    expect(forgottenOn(day('2015-01-01'), day('2026-11-22')).toString()).toBe('2026-12-22');
  });
  test('and shown three months ahead', () => {
    expect(isForeseen(day('2024-02-20'), day('2026-11-22'))).toBe(true);
    expect(isForeseen(day('2024-02-21'), day('2026-11-22'))).toBe(false);
  });
});
