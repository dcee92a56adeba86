import { expect, test } from 'vitest';
import { greeting } from './day-page.tsx';
import { waitingTime } from './waiting-time.ts';

test('counts in words up to sixteen', () => {
  expect([0, 1, 9, 16, 17].map(greeting)).toEqual([
    'Bonjour, tout est fait.',
    'Bonjour, il y a une chose à faire.',
    'Bonjour, il y a neuf choses à faire.',
    'Bonjour, il y a seize choses à faire.',
    'Bonjour, il y a 17 choses à faire.',
  ]);
});

test('says how long somebody has waited', () => {
  const now = Temporal.Instant.from('2026-03-12T10:00:00Z');
  const ago = (hours: number): string => waitingTime(now.subtract({ hours }), now);
  expect([0, 3, 26, 50, 24 * 30].map(ago)).toEqual([
    'moins d’1\u00a0h',
    '3\u00a0h',
    '1\u00a0jour',
    '2\u00a0jours',
    '4\u00a0semaines',
  ]);
});
