import type { Territory } from '#ui/relief/landscapes.ts';
import { reliefCover, type Motif } from '#ui/relief/relief-cover.ts';
import { categoryHues } from '#ui/theme/categories.ts';
import type { IndexedTheme } from '../../queries/index/theme-tree.ts';

// Pure drawings, about 1.4 KB each: they depend on nothing but their key, so nothing has to clear them.
const drawings = new Map<string, string>();
const mostDrawings = 3_000;

/** The landscape of a structure in a list; the one drawn longest ago is forgotten when there are too many. */
export function coverDrawing(id: string, hue: number, motif: Motif): string {
  const key = `${id} ${hue} ${motif}`;
  const known = drawings.get(key);
  if (known !== undefined) return known;
  const drawn = reliefCover(id, { hue, motif, width: 300, height: 320 });
  drawings.set(key, drawn);
  if (drawings.size > mostDrawings) drawings.delete(drawings.keys().next().value as string);
  return drawn;
}

/** The colour of a structure: that of its first theme, else the hub's. */
export function coverHue(theme: Pick<IndexedTheme, 'hue'> | undefined, land: Territory): number {
  return theme ? categoryHues[theme.hue] : land.hue;
}
