import { expect, test } from 'vitest';
import { createReadLimiter } from './read-limiter.ts';

test('lets so many reads a minute through for each hub and network', () => {
  let now = 0;
  const mayRead = createReadLimiter(2, () => now);
  expect([1, 2, 3].map(() => mayRead('hub', '192.0.2.1'))).toEqual([true, true, false]);
  expect(mayRead('hub', '192.0.2.2')).toBe(true);
  expect(mayRead('other', '192.0.2.1')).toBe(true);
  now = 60_000;
  expect(mayRead('hub', '192.0.2.1')).toBe(true);
});

test('counts the addresses of one IPv6 subscriber together', () => {
  const mayRead = createReadLimiter(1, () => 0);
  expect(mayRead('hub', '2001:db8:1:2::1')).toBe(true);
  expect(mayRead('hub', '2001:db8:1:2:ffff::9')).toBe(false);
  expect(mayRead('hub', '2001:db8:1:3::1')).toBe(true);
});
