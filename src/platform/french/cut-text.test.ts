import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSigns, cutText } from './cut-text.ts';

describe('cutText', () => {
  test('keeps what fits as it is', () => {
    expect(cutText('Un café ouvre à Pipriac', 23)).toBe('Un café ouvre à Pipriac');
  });

  test('stops before the word that would not fit, without the comma that led to it', () => {
    expect(cutText('Un café, un atelier et un jardin', 12)).toBe('Un café, un…');
    expect(cutText('Un café, un atelier', 10)).toBe('Un café…');
  });

  test('cuts a word longer than the room between two signs, never inside an emoji', () => {
    expect(cutText('👩‍🌾👩‍🌾👩‍🌾', 2)).toBe('👩‍🌾…');
    expect(cutText('anticonstitutionnellement', 5)).toBe('anti…');
    expect(cutText('abc', 0)).toBe('');
    expect(cutText('abcd efgh', 1)).toBe('');
  });

  test('always fits, and always is the beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 0, max: 120 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect(countSigns(cut)).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        if (cut === text.trim() || cut === '') return;
        expect(cut.endsWith('…')).toBe(true);
        const kept = cut.slice(0, -1);
        expect(text.trim().startsWith(kept)).toBe(true);
      }),
    );
  });

  test('is quick on a text of a million signs without a space', () => {
    const start = performance.now();
    expect(countSigns(cutText('a'.repeat(1_000_000), 280))).toBe(280);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
