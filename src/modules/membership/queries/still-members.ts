import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Those of these people and structures who have a membership that runs on this day, grace included. */
export async function stillMembers(
  db: Reader,
  of: { personIds?: readonly string[]; organizationIds?: readonly string[]; today: Temporal.PlainDate },
): Promise<ReadonlySet<string>> {
  const { personIds = [], organizationIds = [], today } = of;
  const runs = sql`m.state = 'running' and m.starts_on <= ${today.toString()}::date and m.grace_until >= ${today.toString()}::date`;
  const { rows } = await db.execute<{ id: string }>(sql`
    select mp.person_id as id from membership_people mp join memberships m on m.hub_id = mp.hub_id and m.id = mp.membership_id
      where mp.person_id = any (${uuids(personIds)}::uuid[]) and ${runs}
    union select m.person_id from memberships m where m.person_id = any (${uuids(personIds)}::uuid[]) and ${runs}
    union select m.organization_id from memberships m where m.organization_id = any (${uuids(organizationIds)}::uuid[]) and ${runs}`);
  return new Set(rows.map(({ id }) => id));
}

/** What memberships say of these people and structures: current (grace included) or former; the others are left out. */
export async function memberStates(
  db: Reader,
  of: { personIds?: readonly string[]; organizationIds?: readonly string[]; today: Temporal.PlainDate },
): Promise<ReadonlyMap<string, 'current' | 'former'>> {
  const { personIds = [], organizationIds = [] } = of;
  const current = await stillMembers(db, of);
  const { rows } = await db.execute<{ id: string }>(sql`
    select mp.person_id as id from membership_people mp where mp.person_id = any (${uuids(personIds)}::uuid[])
    union select m.organization_id from memberships m where m.organization_id = any (${uuids(organizationIds)}::uuid[])`);
  return new Map(rows.map(({ id }) => [id, current.has(id) ? ('current' as const) : ('former' as const)]));
}
