import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { accounts, personRoles, persons } from '../tables.ts';

/** The employees of a hub that nobody has entered yet, first registered first; empty once any of them has signed in. */
export async function employeesWithoutAccount(db: Reader): Promise<{ personId: string; name: string }[]> {
  const employees = await db
    .select({ personId: persons.id, name: persons.displayName, signedInAt: accounts.firstSignedInAt })
    .from(personRoles)
    .innerJoin(persons, eq(persons.id, personRoles.personId))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(and(eq(personRoles.role, 'employee'), isNull(personRoles.endsAt)))
    .orderBy(asc(persons.createdAt), asc(persons.id));
  if (employees.some((employee) => employee.signedInAt !== null)) return [];
  return employees.map(({ personId, name }) => ({ personId, name }));
}
