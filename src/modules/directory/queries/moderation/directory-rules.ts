import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** How a hub keeps its directory alive. */
export interface DirectoryRules {
  structuresAreReviewed: boolean;
  asksYearly: boolean;
}

/** The hub's own rules, or the common ones. */
export async function directoryRules(db: Reader): Promise<DirectoryRules> {
  const { rows } = await db.execute<{ reviewed: boolean; yearly: boolean }>(
    sql`select structures_are_reviewed as reviewed, asks_yearly as yearly from directory_rules`,
  );
  return { structuresAreReviewed: rows[0]?.reviewed ?? false, asksYearly: rows[0]?.yearly ?? true };
}
