import { eq } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';
import { publicationOf, type StoredPublication } from '../../queries/stored-publication.ts';
import { publications } from '../../tables.ts';

/** The publication of this id, locked until the transaction ends, so that two changes of it follow each other. */
export async function lockPublication(tx: Transaction, id: string): Promise<StoredPublication | null> {
  const [row] = await tx.select().from(publications).where(eq(publications.id, id)).for('update');
  return row ? publicationOf(row) : null;
}
