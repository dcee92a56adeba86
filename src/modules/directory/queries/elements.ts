import type { Context } from '#platform/context/context.ts';
import { addTo, emptyBitset, isIn, rowsOf } from './index/bitset.ts';
import { idAt } from './index/directory-columns.ts';
import { noFilters } from './index/directory-filters.ts';
import { directoryIndex } from './index/directory-index.ts';

export type Box = readonly [west: number, south: number, east: number, north: number];

/** Ids of the structures in one of the boxes and of one of the themes, by id or address word; all without either. */
export async function elementIds(
  ctx: Context,
  asked: { boxes: readonly Box[]; themes: readonly string[]; limit: number },
): Promise<string[]> {
  const { columns, select } = await directoryIndex(ctx.db, ctx.hubId);
  const themes = asked.themes.map(
    (word) => columns.themes.find(({ id, slug }) => id === word || slug === word)?.slug ?? word,
  );
  const { rows } = select({ ...noFilters, themes });
  const inside = asked.boxes.length === 0 ? rows : emptyBitset(columns.size);
  for (let row = 0; asked.boxes.length > 0 && row < columns.size; row++) {
    const [lon = Number.NaN, lat = Number.NaN] = [columns.lon[row], columns.lat[row]];
    if (
      isIn(rows, row) &&
      asked.boxes.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north)
    )
      addTo(inside, row);
  }
  return rowsOf(inside, 0, asked.limit).map((row) => idAt(columns, row));
}
