import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';

const deepest = 3;

export interface ThemeRow extends Record<string, unknown> {
  id: string;
  parent_id: string | null;
  label: string;
  slug: string;
  position: number;
}

/** All the themes of the hub, locked so that two rearrangements follow each other. */
export async function lockThemes(tx: Transaction): Promise<Map<string, ThemeRow>> {
  const { rows } = await tx.execute<ThemeRow>(
    sql`select id, parent_id, label, slug, position from themes order by position for update`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether a theme may be placed under another: not under itself nor its own, and not deeper than three levels. */
export async function mayStandUnder(tx: Transaction, id: string, parentId: string): Promise<boolean> {
  const themes = await lockThemes(tx);
  if (!themes.has(parentId)) return false;
  const above = lineOf(themes, parentId);
  return !above.includes(id) && above.length + heightOf(themes, id) <= deepest;
}

/** The theme and those above it. */
function lineOf(themes: ReadonlyMap<string, ThemeRow>, id: string): string[] {
  const line: string[] = [];
  for (let at: string | null = id; at && !line.includes(at); at = themes.get(at)?.parent_id ?? null) line.push(at);
  return line;
}

function heightOf(themes: ReadonlyMap<string, ThemeRow>, id: string): number {
  const under = [...themes.values()].filter((theme) => theme.parent_id === id);
  return 1 + Math.max(0, ...under.map((theme) => heightOf(themes, theme.id)));
}

/** The address word wanted, or that word with the end of the id when another theme has it. */
export async function freeThemeSlug(tx: Transaction, wanted: string, id: string): Promise<string> {
  const { rows } = await tx.execute(sql`select 1 from themes where slug = ${wanted} and id <> ${id}`);
  return rows.length === 0 ? wanted : `${wanted}-${id.slice(-6)}`;
}
