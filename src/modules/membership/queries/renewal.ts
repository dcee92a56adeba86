import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { whomToRemind } from '../domain/reminder-target.ts';
import type { ApplicationRow, MembershipRow } from '../tables.ts';
import { applicationOf, openApplicationFor } from './applications-of.ts';
import { peopleOfMemberships } from './member-people.ts';
import { membershipByLink } from './membership-by-link.ts';

/** What the private link of a reminder opens: a membership, and what to fill its renewal with. */
export interface Renewal {
  readonly membership: MembershipRow;
  /** The last application, if it came by the site or was typed. */
  readonly last: ApplicationRow | null;
  /** Names and ways to reach, from the sheet and the person, when there is no application. */
  readonly known: Readonly<Record<string, string>>;
  /** Another membership already goes on from this one. */
  readonly isDone: boolean;
  readonly pending: ApplicationRow | null;
}

export async function renewalOf(db: Reader, secret: string, campaignId: string | null): Promise<Renewal | null> {
  const membership = await membershipByLink(db, secret);
  if (!membership) return null;
  const last = membership.applicationId ? await applicationOf(db, membership.applicationId) : null;
  const { rows } = await db.execute<{
    organizationName: string;
    givenName: string;
    familyName: string;
    isDone: boolean;
  }>(sql`
    select coalesce(o.name, '') as "organizationName", coalesce(p.given_name, '') as "givenName", coalesce(p.family_name, '') as "familyName",
      exists (select from memberships n where n.hub_id = m.hub_id and n.id <> m.id and n.ends_on > m.ends_on and n.state in ('running', 'renewed')
        and (n.person_id = m.person_id or n.organization_id = m.organization_id)) as "isDone"
    from memberships m left join organizations o on o.hub_id = m.hub_id and o.id = m.organization_id
    left join persons p on p.hub_id = m.hub_id and p.id = m.person_id where m.id = ${membership.id}::uuid`);
  const target = whomToRemind((await peopleOfMemberships(db, [membership.id])).get(membership.id) ?? []);
  const [given = '', ...family] = (target?.name ?? '').split(' ');
  const row = rows[0];
  return {
    membership,
    last,
    known: {
      organizationName: row?.organizationName ?? '',
      givenName: row?.givenName || given,
      familyName: row?.familyName || family.join(' '),
      email: target?.email ?? '',
      role: target?.role ?? '',
    },
    isDone: row?.isDone ?? false,
    pending: campaignId
      ? await openApplicationFor(db, {
          personId: membership.personId,
          organizationId: membership.organizationId,
          campaignId,
          renews: membership.id,
        })
      : null,
  };
}
