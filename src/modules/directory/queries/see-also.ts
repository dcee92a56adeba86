import type { Context } from '#platform/context/context.ts';
import { isIn } from './index/bitset.ts';
import { idAt, themesAt } from './index/directory-columns.ts';
import { noFilters } from './index/directory-filters.ts';
import { directoryIndex } from './index/directory-index.ts';
import { distanceTo } from './index/directory-snapshot.ts';
import type { IndexedTheme } from './index/theme-tree.ts';
import { organizationCards, type OrganizationCard } from './organization-cards.ts';

export type NearCard = OrganizationCard & { readonly themes: readonly IndexedTheme[] };

/** The themes of a sheet, and the structures of the same field nearest to it. */
export async function seeAlso(
  ctx: Context,
  sheet: { id: string; themes: readonly string[]; lon: number | null; lat: number | null },
  most = 3,
): Promise<{ themes: IndexedTheme[]; near: NearCard[] }> {
  const { columns, lookup, select } = await directoryIndex(ctx.db, ctx.hubId);
  const themes = sheet.themes
    .map((id) => columns.themes.find((theme) => theme.id === id))
    .filter((theme) => theme !== undefined);
  const first = themes[0];
  if (!first || sheet.lon === null || sheet.lat === null) return { themes, near: [] };
  const { rows } = select({ ...noFilters, themes: [first.slug] });
  const own = lookup.rowOf(sheet.id);
  const nearest: { row: number; far: number }[] = [];
  for (let row = 0; row < columns.size; row++) {
    if (row === own || !isIn(rows, row)) continue;
    const far = distanceTo(columns, row, sheet.lon, sheet.lat);
    if (far === Number.POSITIVE_INFINITY || (nearest.length === most && far >= (nearest.at(-1)?.far ?? 0))) continue;
    nearest.push({ row, far });
    nearest.sort((a, b) => a.far - b.far);
    nearest.length = Math.min(nearest.length, most);
  }
  const cards = await organizationCards(
    ctx.db,
    nearest.map(({ row }) => idAt(columns, row)),
  );
  return { themes, near: cards.map((card) => ({ ...card, themes: themesAt(columns, lookup.rowOf(card.id)) })) };
}
