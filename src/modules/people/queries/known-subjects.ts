import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { organizations } from '#modules/directory/tables.ts';
import { persons } from '#modules/identity/tables.ts';
import type { RelationSubject } from '../domain/relation-subject.ts';

/** The name of a person or a structure that is still there; null otherwise. */
export async function subjectName(db: Reader, subject: RelationSubject): Promise<string | null> {
  if ('personId' in subject) return (await livingPeople(db, [subject.personId])).get(subject.personId) ?? null;
  const [row] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.id, subject.organizationId), isNull(organizations.trashedAt)));
  return row?.name ?? null;
}

/** Names of those of these people who are neither merged nor erased. */
export async function livingPeople(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: persons.id, name: persons.displayName })
    .from(persons)
    .where(and(inArray(persons.id, [...ids]), isNull(persons.mergedInto), isNull(persons.erasedAt)));
  return new Map(rows.map((row) => [row.id, row.name]));
}
