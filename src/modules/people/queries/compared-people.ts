import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { roleInWords } from '../domain/role-kinds.ts';
import { statusNames } from '../domain/relation-statuses.ts';
import { personRelations } from './person-relations.ts';

/** A person as the comparison of two shows her. */
export interface ComparedPerson {
  id: string;
  name: string;
  givenName: string;
  familyName: string;
  createdAt: Temporal.Instant;
  hasAccount: boolean;
  emails: string[];
  phones: string[];
  postals: string[];
  roles: string[];
  statuses: string[];
  tags: string[];
  notes: number;
}

/** Null when there is no such living person. */
export async function comparedPerson(db: Reader, personId: string): Promise<ComparedPerson | null> {
  const { rows } = await db.execute<{
    name: string;
    givenName: string;
    familyName: string;
    at: number;
    hasAccount: boolean;
    points: { kind: string; value: string }[];
  }>(sql`
    select p.display_name as name, p.given_name as "givenName", p.family_name as "familyName",
      floor(extract(epoch from p.created_at) * 1000)::float8 as at, exists (select from accounts a where a.hub_id = p.hub_id and a.person_id = p.id) as "hasAccount",
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value) order by c.preferred desc, c.created_at)
        from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id), '[]') as points
    from persons p where p.id = ${personId}::uuid and p.merged_into is null and p.erased_at is null`);
  const [row] = rows;
  if (!row) return null;
  const { tags, statuses, roles, notes } = await personRelations(db, personId);
  const valuesOf = (kind: string) => row.points.filter((point) => point.kind === kind).map((point) => point.value);
  return {
    id: personId,
    name: row.name,
    givenName: row.givenName,
    familyName: row.familyName,
    createdAt: Temporal.Instant.fromEpochMilliseconds(row.at),
    hasAccount: row.hasAccount,
    emails: valuesOf('email'),
    phones: valuesOf('phone'),
    postals: valuesOf('postal'),
    roles: roles.filter((role) => !role.endsOn).map((role) => `${roleInWords(role)}, ${role.organizationName}`),
    statuses: statuses.filter((status) => !status.until).map((status) => statusNames[status.status]),
    tags: tags.map((tag) => tag.label),
    notes: notes.length,
  };
}
