import { asc } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { MenuLine } from '../domain/menu.ts';
import { menuEntries, menus } from '../tables.ts';

/** The menu a hub made. */
export interface StoredMenu {
  version: number;
  lines: readonly MenuLine[];
}

/** The menu of this hub; null while it follows the common one. */
export async function readMenu(db: Reader): Promise<StoredMenu | null> {
  const [menu] = await db.select({ version: menus.version }).from(menus);
  if (!menu) return null;
  const { id, place, isUnder, label, href, isHidden } = menuEntries;
  const lines = await db
    .select({ id, place, isUnder, label, href, isHidden })
    .from(menuEntries)
    .orderBy(asc(menuEntries.position));
  // A menu put back to the common one keeps its version, so that two editors never mistake one state for another.
  return lines.length > 0 ? { version: menu.version, lines } : null;
}

/** How many times the menu was changed; 0 before the first. */
export async function menuVersion(db: Reader): Promise<number> {
  const [menu] = await db.select({ version: menus.version }).from(menus);
  return menu?.version ?? 0;
}
