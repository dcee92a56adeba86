import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { footerLandscape, heroLandscape, photoEdge } from './landscapes.ts';
import { isMotif, motifs, reliefCover } from './relief-cover.ts';

const ids = Array.from({ length: 200 }, (_, index) => `structure-${index}`);

describe.each(motifs)('relief %s', (motif) => {
  it('draws the same landscape for the same id, another for another', () => {
    expect(reliefCover('a', { motif, hue: 35 })).toBe(reliefCover('a', { motif, hue: 35 }));
    expect(new Set(ids.map((id) => reliefCover(id, { motif }))).size).toBe(ids.length);
  });

  it('stays small', () => {
    const sizes = ids.map((id) => reliefCover(id, { motif }).length).sort((a, b) => a - b);
    expect(sizes[100]).toBeLessThan(2000);
    expect(sizes.at(-1)).toBeLessThan(2400);
    expect(gzipSync(reliefCover('a', { motif })).length).toBeLessThan(1000);
  });

  it('writes only numbers and hex colours', () => {
    for (const id of ids) {
      const svg = reliefCover(id, { motif, dark: id.endsWith('3') });
      expect(svg).not.toMatch(/NaN|undefined|Infinity|oklch|style=|--/);
      expect(svg).toMatch(/^<svg [^>]*aria-hidden="true">.*<\/svg>$/);
    }
  });
});

describe('relief', () => {
  it('never writes the id', () => {
    const id = '"><script>alert(1)</script>';
    for (const svg of [
      reliefCover(id),
      photoEdge(id, 35),
      heroLandscape(id, { hue: 1, motif: 'coast' }),
      footerLandscape(id, { hue: 1, motif: 'plains' }),
    ]) {
      expect(svg).not.toContain('script');
    }
  });

  it('stands an empty id and a hue that is not one', () => {
    expect(reliefCover('', { hue: Number.NaN })).toContain('<path');
    expect(reliefCover('a', { hue: -725 })).toBe(reliefCover('a', { hue: 355 }));
  });

  it('knows its motifs', () => {
    expect(isMotif('coast')).toBe(true);
    expect(isMotif('toString')).toBe(false);
  });
});
