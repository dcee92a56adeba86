import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';

/**
 * Opens to everyone the pictures of something that becomes public: one sent with a proposal is seen by the team alone
 * until then. Those that wait for someone's agreement stay withheld.
 */
export async function openPictures(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`update stored_images set visibility = 'public'
    where id = any (${`{${ids.join(',')}}`}::uuid[]) and visibility <> 'public'`);
}
