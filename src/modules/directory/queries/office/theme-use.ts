import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** How many sheets bear each theme itself. */
export async function themeUse(db: Reader): Promise<Map<string, number>> {
  const { rows } = await db.execute<{
    theme_id: string;
    count: number;
  }>(sql`select theme_id, count(*)::int as count from organization_themes ot
    join organizations o on o.hub_id = ot.hub_id and o.id = ot.organization_id and o.trashed_at is null group by theme_id`);
  return new Map(rows.map((row) => [row.theme_id, row.count]));
}

export interface EditedTheme extends Record<string, unknown> {
  id: string;
  parent_id: string | null;
  label: string;
  hue: string | null;
}

/** The theme of this id, with its own colour. */
export async function themeById(db: Reader, id: string): Promise<EditedTheme | null> {
  const { rows } = await db.execute<EditedTheme>(sql`select id, parent_id, label, hue from themes where id = ${id}`);
  return rows[0] ?? null;
}
