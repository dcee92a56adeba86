import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { moveMoneyTo, moveOrganizationMoneyTo } from '../follow-money-merges.ts';
import { duesPayers, membershipApplications, membershipPeople, membershipReminders, memberships } from '../tables.ts';

/** After two persons became one: what was the second one's is the first one's. */
export async function moveMembershipsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  const { db } = work;
  await db.update(memberships).set({ personId: keptId }).where(eq(memberships.personId, mergedId));
  await db
    .update(membershipApplications)
    .set({ personId: keptId })
    .where(eq(membershipApplications.personId, mergedId));
  await db
    .update(membershipApplications)
    .set({ typedById: keptId })
    .where(eq(membershipApplications.typedById, mergedId));
  await db
    .update(membershipApplications)
    .set({ decidedById: keptId })
    .where(eq(membershipApplications.decidedById, mergedId));
  await db.update(duesPayers).set({ personId: keptId }).where(eq(duesPayers.personId, mergedId));
  await db.update(membershipReminders).set({ personId: keptId }).where(eq(membershipReminders.personId, mergedId));
  await db.update(membershipReminders).set({ sentById: keptId }).where(eq(membershipReminders.sentById, mergedId));
  await db.execute(sql`delete from membership_people mp where mp.person_id = ${mergedId}::uuid
    and exists (select from membership_people o where o.hub_id = mp.hub_id and o.membership_id = mp.membership_id and o.person_id = ${keptId}::uuid)`);
  await db.update(membershipPeople).set({ personId: keptId }).where(eq(membershipPeople.personId, mergedId));
  await moveMoneyTo(work, keptId, mergedId);
}

/** After two sheets became one: their memberships are of the first. */
export async function moveOrganizationMembershipsTo(
  work: CommandContext,
  keptId: string,
  mergedId: string,
): Promise<void> {
  const { db } = work;
  await db.update(memberships).set({ organizationId: keptId }).where(eq(memberships.organizationId, mergedId));
  await db
    .update(membershipApplications)
    .set({ organizationId: keptId })
    .where(eq(membershipApplications.organizationId, mergedId));
  await db.update(duesPayers).set({ organizationId: keptId }).where(eq(duesPayers.organizationId, mergedId));
  await moveOrganizationMoneyTo(work, keptId, mergedId);
}
