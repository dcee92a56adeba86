import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';

/** Opens to everyone the documents of something that becomes public: until then the team alone reads them. */
export async function openFiles(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`update stored_files set visibility = 'public'
    where id = any (${`{${ids.join(',')}}`}::uuid[]) and visibility <> 'public'`);
}
