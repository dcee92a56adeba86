import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';
import { persons } from '../tables.ts';

/** A person neither merged nor erased, held still until the end of the transaction; null when there is none. */
export async function livingPerson(db: Transaction, personId: string): Promise<typeof persons.$inferSelect | null> {
  const [person] = await db
    .select()
    .from(persons)
    .where(and(eq(persons.id, personId), isNull(persons.mergedInto), isNull(persons.erasedAt)))
    .for('update');
  return person ?? null;
}
