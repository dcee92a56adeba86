import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { chargesOf, type ChargeView } from '#modules/payments/index.ts';
import type { Reader } from '#platform/db/database.ts';
import { chargeModule } from '../domain/charge-module.ts';
import { linkHash } from '../links.ts';
import { duesPayers, membershipApplications, type ApplicationRow } from '../tables.ts';

export type { ApplicationRow, MembershipRow, OtherPerson } from '../tables.ts';
export type PayerRow = typeof duesPayers.$inferSelect;

export async function applicationOf(db: Reader, id: string): Promise<ApplicationRow | null> {
  const [row] = await db.select().from(membershipApplications).where(eq(membershipApplications.id, id));
  return row ?? null;
}

/** The application behind a private link; null for any other address, and once it was forgotten. */
export async function applicationByLink(db: Reader, secret: string): Promise<ApplicationRow | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null;
  const [row] = await db
    .select()
    .from(membershipApplications)
    .where(and(eq(membershipApplications.linkHash, linkHash(secret)), isNull(membershipApplications.forgottenAt)));
  return row ?? null;
}

/** The applications that one payer pays, in the order they came. */
export async function applicationsOfPayer(db: Reader, payerId: string): Promise<ApplicationRow[]> {
  return db
    .select()
    .from(membershipApplications)
    .where(eq(membershipApplications.payerId, payerId))
    .orderBy(asc(membershipApplications.createdAt), asc(membershipApplications.id));
}

export async function payerOf(db: Reader, id: string): Promise<PayerRow | null> {
  const [row] = await db.select().from(duesPayers).where(eq(duesPayers.id, id));
  return row ?? null;
}

/** The charge that asks these payers, as it stands; the one that counts when several were opened. */
export async function chargesOfPayers(
  db: Reader,
  payerIds: readonly string[],
): Promise<ReadonlyMap<string, ChargeView>> {
  const all = await chargesOf(db, chargeModule, payerIds);
  return new Map(
    [...all].flatMap(([id, charges]) => {
      const living = charges.filter(({ state }) => state !== 'cancelled');
      const chosen = living.findLast(({ left }) => left > 0) ?? living.at(-1) ?? charges.at(-1);
      return chosen ? [[id, chosen] as const] : [];
    }),
  );
}

/**
 * An application still on its way for this member. For one who renews by her link, `renews` leaves out what a stranger
 * may have sent in the name of her structure.
 */
export async function openApplicationFor(
  db: Reader,
  member: { personId: string | null; organizationId: string | null; campaignId: string; renews?: string },
): Promise<ApplicationRow | null> {
  const [row] = await db
    .select()
    .from(membershipApplications)
    .where(
      and(
        inArray(membershipApplications.state, ['awaiting_payment', 'awaiting_board']),
        eq(membershipApplications.campaignId, member.campaignId),
        sql`(${membershipApplications.personId} = ${member.organizationId ? null : member.personId}::uuid
          or ${membershipApplications.organizationId} = ${member.organizationId}::uuid)`,
        member.renews
          ? sql`(${membershipApplications.renewsId} = ${member.renews}::uuid or ${membershipApplications.source} in ('paper', 'phone'))`
          : undefined,
      ),
    )
    .limit(1);
  return row ?? null;
}
