import { assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, hexFromOklch, isHexColour, oklchFromHex } from './oklch.ts';

describe('oklch', () => {
  it('reads the reference values of CSS Color 4', () => {
    const red = oklchFromHex('#ff0000');
    expect(red.l).toBeCloseTo(0.628, 3);
    expect(red.c).toBeCloseTo(0.2577, 3);
    expect(red.h).toBeCloseTo(29.23, 1);
  });

  it('comes back to the same colour', () => {
    assert(
      property(integer({ min: 0, max: 0xffffff }), (value) => {
        const hex = `#${value.toString(16).padStart(6, '0')}`;
        expect(hexFromOklch(oklchFromHex(hex))).toBe(hex);
      }),
    );
  });

  it('brings any colour into sRGB, keeping its lightness', () => {
    assert(
      property(double({ min: 0.2, max: 0.95, noNaN: true }), double({ min: 0, max: 360, noNaN: true }), (l, h) => {
        const hex = hexFromOklch({ l, c: 0.4, h });
        expect(isHexColour(hex)).toBe(true);
        expect(Math.abs(oklchFromHex(hex).l - l)).toBeLessThan(0.02);
      }),
    );
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});
