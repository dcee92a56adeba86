import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { readFile } from 'node:fs/promises';

/** Draws words in the display type as outlines, so that no font has to be installed on the machine. */
export interface TitleFont {
  /** The same text without the signs that the type does not have (emoji, other scripts). */
  readable(text: string): string;
  /** Width of a line, in units of one font size. */
  widthOf(text: string): number;
  /** The outlines of a line whose baseline starts at a point, in SVG. */
  outline(text: string, at: { x: number; y: number; size: number }): string;
}

// The largest optical size, extra bold by default: the face of the titles of the site.
const files = ['latin', 'latin-ext', 'vietnamese'].map((set) => `bricolage-grotesque-${set}-wght-normal.woff2`);

/** Opens the display type that comes with the program. */
export async function openTitleFont(): Promise<TitleFont> {
  const require = createRequire(import.meta.url);
  const fonts = await Promise.all(
    files.map(async (file) => {
      const path = require.resolve(`@fontsource-variable/bricolage-grotesque/files/${file}`);
      return create(await readFile(path)) as Font;
    }),
  );
  const fontOf = (sign: string): Font | undefined =>
    fonts.find((font) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

  /** Pieces of a line, each in one of the files. */
  function runsOf(text: string): { font: Font; text: string }[] {
    const runs: { font: Font; text: string }[] = [];
    for (const sign of text) {
      const last = runs.at(-1);
      const font =
        last && /\s/.test(sign) && last.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? last.font : fontOf(sign);
      if (!font) continue;
      if (last?.font === font) last.text += sign;
      else runs.push({ font, text: sign });
    }
    return runs;
  }

  return {
    readable: (text) =>
      [...text.normalize('NFC').replaceAll(/[\u00a0\u202f\u2009]/g, ' ')]
        .filter((sign) => fontOf(sign) !== undefined)
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    widthOf: (text) =>
      runsOf(text).reduce((sum, run) => sum + run.font.layout(run.text).advanceWidth / run.font.unitsPerEm, 0),
    outline(text, { x, y, size }) {
      let pen = x;
      let svg = '';
      for (const run of runsOf(text)) {
        const scale = size / run.font.unitsPerEm;
        const { glyphs, positions } = run.font.layout(run.text);
        glyphs.forEach((glyph, at) => {
          const place = positions[at];
          if (!place) return;
          const path = glyph.path.toSVG();
          if (path)
            svg += `<path transform="translate(${round(pen + place.xOffset * scale)} ${round(y - place.yOffset * scale)}) scale(${scale} ${-scale})" d="${path}"/>`;
          pen += place.xAdvance * scale;
        });
      }
      return svg;
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
