import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** A published sheet that nobody confirmed for a year. */
export interface UnconfirmedSheet {
  id: string;
  slug: string;
  name: string;
  city: string;
  phone: string;
  email: string;
  contacts: string;
  confirmedAt: string | null;
  askedAt: string | null;
  answer: string | null;
}

export type Reach = 'all' | 'mail' | 'call';

const yearAgo = (ctx: Context) =>
  ctx.clock
    .now()
    .subtract({ hours: 365 * 24 })
    .toString();
const reached = (reach: Reach) =>
  reach === 'all' ? sql`true` : reach === 'mail' ? sql`o.email <> ''` : sql`o.email = ''`;

/** Those sheets, the longest unconfirmed first: all, those with a mail address, or those to call. */
export async function unconfirmedSheets(
  ctx: Context,
  reach: Reach,
  page: { size: number; offset: number },
): Promise<UnconfirmedSheet[]> {
  const { rows } = await ctx.db.execute<UnconfirmedSheet & Record<string, unknown>>(sql`
    select o.id, o.slug, o.name, o.phone, o.email, to_jsonb(o.confirmed_at) #>> '{}' as "confirmedAt",
      coalesce((select l.city from organization_locations l where l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0), '') as city,
      coalesce((select string_agg(concat_ws(', ', c.name, nullif(c.role, ''), nullif(c.phone, '')), ' ; ' order by c.position)
        from contact_persons c where c.hub_id = o.hub_id and c.organization_id = o.id), '') as contacts,
      to_jsonb(r.sent_at) #>> '{}' as "askedAt", r.answer
    from organizations o
    left join lateral (select sent_at, answer from confirmation_requests q where q.hub_id = o.hub_id and q.organization_id = o.id
      order by sent_at desc limit 1) r on true
    where o.status = 'published' and o.trashed_at is null and (o.confirmed_at is null or o.confirmed_at < ${yearAgo(ctx)}) and ${reached(reach)}
    order by o.confirmed_at nulls first, o.name_key collate "C", o.id limit ${page.size} offset ${page.offset}`);
  return rows;
}

/** How many there are, with a mail address and without. */
export async function unconfirmedCounts(ctx: Context): Promise<{ mail: number; call: number }> {
  const { rows } = await ctx.db.execute<{ mail: number; call: number }>(sql`
    select count(*) filter (where email <> '')::int as mail, count(*) filter (where email = '')::int as call
    from organizations where status = 'published' and trashed_at is null and (confirmed_at is null or confirmed_at < ${yearAgo(ctx)})`);
  return rows[0] ?? { mail: 0, call: 0 };
}
