import { sql } from 'drizzle-orm';
import type { Role } from '#platform/context/context.ts';
import type { Transaction } from '#platform/db/database.ts';
import { forgetInSearch, indexForSearch } from '#platform/search/search.ts';
import { roleNames } from '../domain/role-names.ts';
import { paths } from '../paths.ts';

/** The kind of a person in the search. */
export const searchKind = 'person';

/**
 * Lets the team find a person by her name and her roles. Neither addresses nor notes: the search tells less than her page.
 * One who was merged or erased is found no more.
 */
export async function indexPerson(tx: Transaction, personId: string): Promise<void> {
  const { rows } = await tx.execute<{ name: string; roles: Role[] }>(sql`
    select p.display_name as name, array(select distinct r.role::text from person_roles r
      where r.hub_id = p.hub_id and r.person_id = p.id and r.ends_at is null order by r.role) as roles
    from persons p where p.id = ${personId}::uuid and p.merged_into is null and p.erased_at is null`);
  const person = rows[0];
  if (!person) return forgetInSearch(tx, searchKind, personId);
  await indexForSearch(tx, {
    kind: searchKind,
    subjectId: personId,
    title: person.name,
    summary: person.roles.map((role) => roleNames[role]).join(', '),
    path: paths.person(personId),
    visibility: 'staff',
    keywords: '',
    body: '',
  });
}
