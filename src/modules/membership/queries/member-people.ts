import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { Reachable } from '../domain/reminder-target.ts';

const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/**
 * Who may be asked to renew, by membership: its people, then those whom the directory names for the structure. Nobody
 * merged or erased, each with the address she prefers.
 */
export async function peopleOfMemberships(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Reachable[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<Reachable & { membershipId: string } & Record<string, unknown>>(sql`
    select mp.membership_id as "membershipId", p.id as "personId", p.display_name as name, mp.role,
      (select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email'
        order by c.preferred desc, c.created_at limit 1) as email, mp.is_contact as "isContact", mp.position
    from membership_people mp join persons p on p.hub_id = mp.hub_id and p.id = mp.person_id
    where mp.membership_id = any (${uuids(ids)}::uuid[]) and p.erased_at is null and p.merged_into is null
    union all
    select m.id, c.person_id, c.name, c.role, nullif(c.email, ''), false, 100 + c.position
    from memberships m join contact_persons c on c.hub_id = m.hub_id and c.organization_id = m.organization_id
    where m.id = any (${uuids(ids)}::uuid[]) and not exists (select from membership_people o
      where o.hub_id = m.hub_id and o.membership_id = m.id and o.person_id = c.person_id)`);
  return Map.groupBy(rows, ({ membershipId }) => membershipId);
}
