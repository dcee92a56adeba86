import { expect, test } from 'vitest';
import { defaultThemes } from './default-themes.ts';

test('default themes are twelve families, each with its own hue and keys', () => {
  expect(defaultThemes).toHaveLength(12);
  expect(new Set(defaultThemes.map(({ hue }) => hue)).size).toBe(12);
  for (const { children } of defaultThemes) {
    expect(children.length).toBeGreaterThanOrEqual(3);
    expect(children.length).toBeLessThanOrEqual(7);
  }
  const keys = defaultThemes.flatMap(({ key, children }) => [key, ...children.map((child) => child.key)]);
  expect(new Set(keys).size).toBe(keys.length);
});
