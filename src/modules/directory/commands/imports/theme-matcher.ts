import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { comparableText } from '../../domain/comparable-text.ts';

/** Finds the hub's themes by the words of a list. */
export interface ThemeMatcher {
  /** Ids of the themes that these words name, in their order. */
  idsOf(labels: readonly string[]): string[];
  /** Words that name no theme of the hub. */
  unknownAmong(labels: readonly string[]): string[];
}

/** Themes by their labels, whatever the accents and the case. */
export async function themeMatcher(db: Reader): Promise<ThemeMatcher> {
  const { rows } = await db.execute<{ id: string; label: string; slug: string }>(
    sql`select id, label, slug from themes order by parent_id nulls last`,
  );
  const byLabel = new Map(
    rows.flatMap(({ id, label, slug }) => [[comparableText(slug), id] as const, [comparableText(label), id] as const]),
  );
  const idOf = (label: string) => byLabel.get(comparableText(label));
  return {
    idsOf: (labels) => [...new Set(labels.flatMap((label) => idOf(label) ?? []))].slice(0, 40),
    unknownAmong: (labels) => labels.filter((label) => idOf(label) === undefined),
  };
}
