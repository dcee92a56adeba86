import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import { applicationStateNames, type ApplicationState } from '../domain/application-states.ts';
import { paths } from '../paths.ts';

const mostLines = 100;

/** What happened between a member and the hub: applications, memberships, reminders; the latest first. */
export async function membershipThread({ db }: Context, about: ThreadSubject): Promise<ThreadEntry[]> {
  const person = 'personId' in about ? about.personId : null;
  const organization = 'organizationId' in about ? about.organizationId : null;
  const { rows } = await db.execute<{
    at: string;
    kind: string;
    id: string;
    campaign: string;
    detail: string;
    state: ApplicationState;
    startsOn: string | null;
    endsOn: string | null;
    dues: number;
  }>(sql`
    with own as (
      select m.* from memberships m where m.organization_id = ${organization}::uuid
        or exists (select from membership_people mp where mp.hub_id = m.hub_id and mp.membership_id = m.id and mp.person_id = ${person}::uuid)
        or m.person_id = ${person}::uuid
    )
    select to_json(a.created_at) #>> '{}' as at, 'application' as kind, a.id, k.name as campaign,
        case when a.person_id = ${person}::uuid then '' else a.organization_name end as detail, a.state, null as "startsOn", null as "endsOn", a.dues
      from membership_applications a join membership_campaigns k on k.hub_id = a.hub_id and k.id = a.campaign_id
      where a.person_id = ${person}::uuid or a.organization_id = ${organization}::uuid or a.id in (select application_id from own)
    union all
    select to_json(m.created_at) #>> '{}', 'membership', m.id, k.name, coalesce(o.name, ''), '', m.starts_on::text, m.ends_on::text, m.dues
      from own m join membership_campaigns k on k.hub_id = m.hub_id and k.id = m.campaign_id
      left join organizations o on o.hub_id = m.hub_id and o.id = m.organization_id
    union all
    select to_json(r.sent_at) #>> '{}', 'reminder', r.membership_id, k.name, r.name, '', null, null, 0
      from membership_reminders r join membership_campaigns k on k.hub_id = r.hub_id and k.id = r.campaign_id
      where r.person_id = ${person}::uuid or (${organization}::uuid is not null and r.membership_id in (select id from own))
    order by 1 desc limit ${mostLines}`);
  return rows.map((row) => {
    const at = Temporal.Instant.from(row.at);
    if (row.kind === 'application')
      return {
        at,
        kind: 'Demande d’adhésion',
        title: row.campaign,
        detail: [row.detail, formatMoney(row.dues), applicationStateNames[row.state].toLowerCase()]
          .filter(Boolean)
          .join(', '),
        href: paths.application(row.id),
      };
    if (row.kind === 'reminder')
      return {
        at,
        kind: 'Relance d’adhésion',
        title: row.campaign,
        detail: row.detail,
        href: paths.membership(row.id),
      };
    const span =
      row.startsOn && row.endsOn
        ? `du ${formatDate(Temporal.PlainDate.from(row.startsOn))} au ${formatDate(Temporal.PlainDate.from(row.endsOn))}`
        : '';
    return {
      at,
      kind: 'Adhésion',
      title: row.campaign,
      detail: [person ? row.detail : '', span].filter(Boolean).join(', '),
      href: paths.membership(row.id),
    };
  });
}
