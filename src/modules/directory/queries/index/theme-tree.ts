import type { Reader } from '#platform/db/database.ts';
import { sql } from 'drizzle-orm';
import { categories, categoryOf, type Category } from '#ui/theme/categories.ts';

/** A theme of the hub in the order of its list, those under it following it. */
export interface IndexedTheme {
  readonly id: string;
  readonly label: string;
  readonly slug: string;
  readonly hue: Category;
  /** 0 at the top. */
  readonly depth: number;
  /** Places in the list of the theme itself and of those above it. */
  readonly line: readonly number[];
}

/** The hub's themes, parents first. */
export async function readThemeTree(db: Reader): Promise<IndexedTheme[]> {
  const { rows } = await db.execute<{
    id: string;
    parent_id: string | null;
    label: string;
    slug: string;
    hue: string | null;
  }>(sql`select id, parent_id, label, slug, hue from themes order by position, label`);
  const tree: IndexedTheme[] = [];
  const lay = (parentId: string | null, hue: Category | null, above: readonly number[]): void => {
    for (const row of rows.filter((one) => one.parent_id === parentId)) {
      const own = isCategory(row.hue) ? row.hue : (hue ?? categoryOf(row.slug));
      const line = [...above, tree.length];
      tree.push({ id: row.id, label: row.label, slug: row.slug, hue: own, depth: above.length, line });
      lay(row.id, own, line);
    }
  };
  lay(null, null, []);
  return tree;
}

function isCategory(text: string | null): text is Category {
  return categories.some((category) => category === text);
}
