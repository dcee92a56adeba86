import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Someone who sends people, and how many requests name her. */
export interface ReferrerCount extends Record<string, unknown> {
  id: string;
  name: string;
  count: number;
}

export async function referrerCounts(ctx: Context): Promise<ReferrerCount[]> {
  const { rows } = await ctx.db.execute<ReferrerCount>(sql`select f.id, f.name, count(r.id)::int as count
    from advice_referrers f left join advice_requests r on r.hub_id = f.hub_id and r.referrer_id = f.id
    group by f.id, f.name order by count desc, essaim_fold(f.name)`);
  return rows;
}
