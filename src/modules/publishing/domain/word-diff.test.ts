import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const without = (kind: 'added' | 'removed', before: string, after: string): string =>
  wordDiff(before, after)
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

test('tells which words came and went', () => {
  expect(wordDiff('Le café ouvre samedi à Pipriac.', 'Le café ouvre dimanche à Pipriac.')).toEqual([
    { kind: 'same', text: 'Le café ouvre ' },
    { kind: 'removed', text: 'samedi' },
    { kind: 'added', text: 'dimanche' },
    { kind: 'same', text: ' à Pipriac.' },
  ]);
});

test('reads whole when several words in a row changed', () => {
  expect(wordDiff('Une année en images', 'Un titre tout neuf, en images')).toEqual([
    { kind: 'removed', text: 'Une année' },
    { kind: 'added', text: 'Un titre tout neuf,' },
    { kind: 'same', text: ' en images' },
  ]);
});

test('gives both texts back, whatever they are', () => {
  const words = fc
    .array(fc.constantFrom('un', 'deux', ' ', '\n', 'café', '.', '’', '🙂', '\u00a0'))
    .map((list) => list.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(without('added', before, after)).toBe(before);
      expect(without('removed', before, after)).toBe(after);
    }),
    { numRuns: 500 },
  );
});

test('stays quick between two long texts with nothing in common', () => {
  const text = (seed: number): string =>
    Array.from({ length: 20_000 }, (_, rank) => `mot${(rank * 7919 + seed) % 1013}`).join(' ');
  const start = performance.now();
  expect(without('added', text(1), text(2))).toBe(text(1));
  expect(performance.now() - start).toBeLessThan(2_000);
});
