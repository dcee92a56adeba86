import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { Who } from '../../domain/who.ts';
import type { Counted } from '../domain/counts.ts';

/** A member on a day, with what proves it. */
export type MemberOn = Counted & {
  readonly id: string;
  readonly name: string;
  readonly who: Who;
  readonly campaign: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

/** Whoever was a member that day, each once: the time of grace is not counted. */
export async function membersOn(
  { db, zone }: Pick<Context, 'db' | 'zone'>,
  day: Temporal.PlainDate,
): Promise<MemberOn[]> {
  const on = day.toString();
  const { rows } = await db.execute<MemberOn & Record<string, unknown>>(sql`
    select distinct on (coalesce(m.person_id, m.organization_id)) m.id, coalesce(m.person_id, m.organization_id) as "memberId",
      coalesce(o.name, p.display_name, '') as name, m.who, coalesce(g.name, '') as college, coalesce(l.city, a.city, '') as municipality,
      k.name as campaign, m.starts_on::text as "startsOn", m.ends_on::text as "endsOn"
    from memberships m
    join membership_campaigns k on k.hub_id = m.hub_id and k.id = m.campaign_id
    left join voting_colleges g on g.hub_id = m.hub_id and g.id = m.college_id
    left join organizations o on o.hub_id = m.hub_id and o.id = m.organization_id
    left join persons p on p.hub_id = m.hub_id and p.id = m.person_id
    left join membership_applications a on a.hub_id = m.hub_id and a.id = m.application_id
    left join organization_locations l on l.hub_id = m.hub_id and l.organization_id = m.organization_id and l.position = 0
    where m.starts_on <= ${on}::date and m.ends_on >= ${on}::date
      and not (m.state = 'left' and (m.state_at at time zone ${zone})::date <= ${on}::date)
    order by coalesce(m.person_id, m.organization_id), m.ends_on desc, m.created_at desc`);
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
}
