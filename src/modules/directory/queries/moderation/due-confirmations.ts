import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/**
 * Sheets whose structure should be asked whether they are right: not confirmed, nor written, for a year; not asked for
 * ten months; reachable by mail; and whose people did not ask to be left alone.
 */
export async function dueConfirmations(ctx: Context, limit: number): Promise<string[]> {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select o.id from organizations o
    where o.status = 'published' and o.trashed_at is null and o.email <> ''
      and greatest(o.confirmed_at, o.created_at) < ${now.subtract({ hours: 365 * 24 }).toString()}
      and not exists (select from confirmation_requests r where r.hub_id = o.hub_id and r.organization_id = o.id
        and (r.sent_at > ${now.subtract({ hours: 300 * 24 }).toString()} or (r.answer = 'stop' and lower(r.sent_to) = lower(o.email))))
    order by o.confirmed_at nulls first, o.id limit ${limit}`);
  return rows.map(({ id }) => id);
}
