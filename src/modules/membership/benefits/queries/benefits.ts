import { asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { memberBenefits, memberBenefitUses, type BenefitRow } from '../tables.ts';

export type { BenefitRow } from '../tables.ts';

/** The list as the hub keeps it, without what was put aside. */
export async function benefitList(db: Reader): Promise<BenefitRow[]> {
  return db
    .select()
    .from(memberBenefits)
    .where(isNull(memberBenefits.archivedAt))
    .orderBy(asc(memberBenefits.position), asc(memberBenefits.id));
}

/** Uses noted by the team for one membership. */
export async function notedUses(db: Reader, membershipId: string): Promise<(typeof memberBenefitUses.$inferSelect)[]> {
  return db
    .select()
    .from(memberBenefitUses)
    .where(eq(memberBenefitUses.membershipId, membershipId))
    .orderBy(asc(memberBenefitUses.usedOn), asc(memberBenefitUses.id));
}

/** Titles of the benefits that are worth money: dues that bring them are no gift (CGI, art. 200 and 238 bis). */
export async function benefitsWorthMoney(db: Reader): Promise<string[]> {
  return (await benefitList(db)).filter(({ isWorthMoney }) => isWorthMoney).map(({ title }) => title);
}
