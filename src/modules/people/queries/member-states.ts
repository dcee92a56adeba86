import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { MemberState } from '../domain/relation-statuses.ts';

/** Who is or was a member, as roles and sheets say it: what a hub knows before its first campaign. */
export async function memberStatesFromRoles(
  db: Reader,
  of: { personIds?: readonly string[]; organizationIds?: readonly string[] },
): Promise<ReadonlyMap<string, MemberState>> {
  const list = (ids: readonly string[] = []) => `{${ids.join(',')}}`;
  const { rows } = await db.execute<{ id: string; state: MemberState }>(sql`
    select person_id as id, case when bool_or(starts_at <= now() and (ends_at is null or ends_at > now())) then 'current' else 'former' end as state
    from person_roles where role = 'member' and person_id = any (${list(of.personIds)}::uuid[]) group by person_id
    union all select id, 'current' from organizations where is_member and id = any (${list(of.organizationIds)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.state]));
}
