import { asc } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';
import type { StoredFigure } from '../../queries/figures/figures.ts';
import { keyFigures } from '../../tables.ts';

/** Every figure of the hub, those of the trash too, locked until the transaction ends: there are a few dozen. */
export async function lockFigures(tx: Transaction): Promise<StoredFigure[]> {
  return tx.select().from(keyFigures).orderBy(asc(keyFigures.position), asc(keyFigures.id)).for('update');
}
