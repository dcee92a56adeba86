import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { personRoles, persons } from '../tables.ts';

/** The employees of a hub today, first registered first. */
export async function employees(db: Reader): Promise<{ personId: string; name: string }[]> {
  return db
    .select({ personId: persons.id, name: persons.displayName })
    .from(personRoles)
    .innerJoin(persons, eq(persons.id, personRoles.personId))
    .where(and(eq(personRoles.role, 'employee'), isNull(personRoles.endsAt), isNull(persons.erasedAt)))
    .orderBy(asc(persons.createdAt), asc(persons.id));
}
