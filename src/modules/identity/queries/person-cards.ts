import { and, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { persons } from '../tables.ts';

/** The least that other modules show of a person. */
export interface PersonCard {
  personId: string;
  name: string;
}

/** The people of these ids who are still there, by id. */
export async function personCards(db: Reader, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: persons.id, name: persons.displayName })
    .from(persons)
    .where(and(inArray(persons.id, [...personIds]), isNull(persons.erasedAt)));
  return new Map(rows.map((row) => [row.personId, row]));
}
