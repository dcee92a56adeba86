import { expect, test } from 'vitest';
import { spread, storyOf } from './spread-story.ts';

test('a short story is a brief, on one line', () => {
  expect(spread(' Samedi,\non plante. ')).toEqual({ brief: 'Samedi, on plante.', body: '' });
  expect(storyOf(spread('Samedi, on plante.'))).toBe('Samedi, on plante.');
});

test('a long story becomes a text that its beginning introduces, cleaned, and comes back as it was', () => {
  const story = `On plante des haies.\n\n${'Encore une phrase ici. '.repeat(20).trim()}`;
  const { brief, body } = spread(story);
  expect(brief.length).toBeLessThanOrEqual(280);
  expect(brief).toMatch(/^On plante des haies\. Encore .*…$/);
  expect(body).toMatch(/^<p>On plante des haies\.<\/p>/);
  expect(storyOf({ brief, body })).toBe(story);
  expect(spread(`<script>alert(1)</script>${story}`).body).not.toContain('script');
});

test('keeps a brief within 280 units even when it is made of emoji', () => {
  expect(spread('👩‍🌾'.repeat(200)).brief.length).toBeLessThanOrEqual(280);
});
