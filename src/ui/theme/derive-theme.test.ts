import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastPairs } from './contrast-pairs.ts';
import { deriveTheme, type Theme } from './derive-theme.ts';
import { contrast } from './oklch.ts';
import { themeStylesheet } from './theme-stylesheet.ts';

const colour = integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

function tooWeak(theme: Theme): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    contrastPairs
      .filter(({ on, under, ratio }) => contrast(theme[scheme][on], theme[scheme][under]) < ratio)
      .map(({ on, under }) => `${scheme}: ${on} on ${under}`),
  );
}

describe('deriveTheme', () => {
  it('reaches WCAG AA on every pair for 200 random choices', () => {
    assert(
      property(colour, colour, (brand, accent) => {
        expect(tooWeak(deriveTheme({ brand, accent }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['#000000', '#ffffff', '#777777', '#ff0000', '#00ff00', '#0000ff', '#ffff00'])(
    'stands the extreme colour %s',
    (hex) => {
      expect(tooWeak(deriveTheme({ brand: hex, accent: hex }))).toEqual([]);
    },
  );

  it('keeps the colours chosen when they are usable', () => {
    const { light } = deriveTheme({ brand: '#00664a', accent: '#ffd000' });
    expect([light.brand, light.accent]).toEqual(['#00664a', '#ffd000']);
  });

  it('refuses what is not a colour', () => {
    expect(() => deriveTheme({ brand: 'red;}', accent: '#ffffff' })).toThrow(RangeError);
  });
});

describe('themeStylesheet', () => {
  it('writes custom properties in hex for both schemes', () => {
    const css = themeStylesheet(deriveTheme({ brand: '#00664a', accent: '#ffd000' }));
    expect(css).toMatch(/^:root\{color-scheme:light dark;--paper:#[0-9a-f]{6};/);
    expect(css).toContain('--brand-on:#');
    expect(css).toContain('@media screen and (prefers-color-scheme:dark){:root{--paper:#');
    expect(css).not.toContain('oklch');
  });
});
