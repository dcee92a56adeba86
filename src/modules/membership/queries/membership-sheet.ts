import { desc, eq, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { membershipReminders, memberships, type MembershipRow } from '../tables.ts';
import { membershipOf } from './membership-by-link.ts';

/** One member: all her memberships, who stands for her, whom was asked to renew. */
export interface MemberSheet {
  readonly membership: MembershipRow;
  readonly name: string;
  readonly history: readonly (MembershipRow & { campaign: string; college: string })[];
  readonly people: readonly {
    personId: string;
    name: string;
    role: string;
    isContact: boolean;
    email: string | null;
  }[];
  readonly reminders: readonly (typeof membershipReminders.$inferSelect)[];
}

export async function memberSheet({ db }: Context, id: string): Promise<MemberSheet | null> {
  const membership = await membershipOf(db, id);
  if (!membership) return null;
  const subject = membership.organizationId
    ? eq(memberships.organizationId, membership.organizationId)
    : eq(memberships.personId, membership.personId ?? '');
  const history = await db.select().from(memberships).where(subject).orderBy(desc(memberships.endsOn));
  const { rows: names } = await db.execute<{ id: string; name: string }>(sql`
    select id, name from membership_campaigns union all select id, name from voting_colleges
    union all select id, name from organizations where id = ${membership.organizationId}::uuid
    union all select id, display_name from persons where id = ${membership.personId}::uuid`);
  const nameOf = (one: string | null): string => names.find((row) => row.id === one)?.name ?? '';
  const { rows: people } = await db.execute<MemberSheet['people'][number] & Record<string, unknown>>(sql`
    select p.id as "personId", p.display_name as name, mp.role, mp.is_contact as "isContact",
      (select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email' order by c.preferred desc, c.created_at limit 1) as email
    from membership_people mp join persons p on p.hub_id = mp.hub_id and p.id = mp.person_id
    where mp.membership_id = ${id}::uuid and p.erased_at is null order by mp.is_contact desc, mp.position`);
  const reminders = await db
    .select()
    .from(membershipReminders)
    .where(eq(membershipReminders.membershipId, id))
    .orderBy(desc(membershipReminders.sentAt));
  return {
    membership,
    name: nameOf(membership.organizationId ?? membership.personId),
    history: history.map((row) => ({ ...row, campaign: nameOf(row.campaignId), college: nameOf(row.collegeId) })),
    people,
    reminders,
  };
}
