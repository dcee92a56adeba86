import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { isOpenOn } from '../domain/period.ts';
import { duesScales, membershipApplications, membershipCampaigns, memberships, votingColleges } from '../tables.ts';

export type Campaign = typeof membershipCampaigns.$inferSelect;
export type DuesScale = typeof duesScales.$inferSelect;
export type VotingCollege = typeof votingColleges.$inferSelect;

export async function campaignOf(db: Reader, id: string): Promise<Campaign | null> {
  const [campaign] = await db.select().from(membershipCampaigns).where(eq(membershipCampaigns.id, id));
  return campaign ?? null;
}

/** The campaign one may join today: the one that opened last. */
export async function openCampaign(db: Reader, today: Temporal.PlainDate): Promise<Campaign | null> {
  const open = await db
    .select()
    .from(membershipCampaigns)
    .where(eq(membershipCampaigns.state, 'open'))
    .orderBy(desc(membershipCampaigns.opensOn), desc(membershipCampaigns.createdAt));
  return open.find((campaign) => isOpenOn(campaign, today)) ?? null;
}

/** The prices of a campaign, in their order; those put aside only when asked for. */
export async function scalesOf(db: Reader, campaignId: string, withArchived = false): Promise<DuesScale[]> {
  return db
    .select()
    .from(duesScales)
    .where(and(eq(duesScales.campaignId, campaignId), withArchived ? undefined : isNull(duesScales.archivedAt)))
    .orderBy(asc(duesScales.position), asc(duesScales.id));
}

export async function scaleOf(db: Reader, id: string): Promise<DuesScale | null> {
  const [scale] = await db.select().from(duesScales).where(eq(duesScales.id, id));
  return scale ?? null;
}

/** Colleges in their order. */
export async function colleges(db: Reader, withArchived = false): Promise<VotingCollege[]> {
  return db
    .select()
    .from(votingColleges)
    .where(withArchived ? undefined : isNull(votingColleges.archivedAt))
    .orderBy(asc(votingColleges.position), asc(votingColleges.name), asc(votingColleges.id));
}

/** A campaign with what came of it. */
export interface CountedCampaign extends Campaign {
  members: number;
  applications: number;
  /** Dues of its memberships, in cents. */
  total: number;
}

/** All campaigns, the latest first. */
export async function campaignList(db: Reader): Promise<CountedCampaign[]> {
  const rows = await db
    .select()
    .from(membershipCampaigns)
    .orderBy(desc(membershipCampaigns.opensOn), desc(membershipCampaigns.createdAt));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const counted = await db
    .select({
      id: memberships.campaignId,
      members: sql<number>`count(*)::int`,
      total: sql<number>`coalesce(sum(${memberships.dues}), 0)::int`,
    })
    .from(memberships)
    .where(inArray(memberships.campaignId, ids))
    .groupBy(memberships.campaignId);
  const open = await db
    .select({ id: membershipApplications.campaignId, count: sql<number>`count(*)::int` })
    .from(membershipApplications)
    .where(inArray(membershipApplications.state, ['awaiting_payment', 'awaiting_board']))
    .groupBy(membershipApplications.campaignId);
  return rows.map((row) => {
    const found = counted.find(({ id }) => id === row.id);
    return {
      ...row,
      members: found?.members ?? 0,
      total: found?.total ?? 0,
      applications: open.find(({ id }) => id === row.id)?.count ?? 0,
    };
  });
}
