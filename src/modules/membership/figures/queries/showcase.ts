import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { membersOn } from './members-on.ts';

/** A structure that is a member, as everyone may see it. */
export interface ShownMember {
  id: string;
  slug: string;
  name: string;
  city: string;
  themes: readonly string[];
}

export interface Showcase {
  /** Published sheets only. */
  structures: ShownMember[];
  /** Members that are people: counted, never named. */
  people: number;
  municipalities: number;
}

/** The members that the hub may show. */
export async function showcase(ctx: Context): Promise<Showcase> {
  const { rows } = await ctx.db.execute<{ id: string; slug: string; name: string; city: string; themes: string[] }>(sql`
    select o.id, o.slug, o.name, coalesce(l.city, '') as city,
      coalesce((select array_agg(t.theme_id::text order by t.position) from organization_themes t
        where t.hub_id = o.hub_id and t.organization_id = o.id), '{}') as themes
    from organizations o
    left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
      and l.visibility = 'public'
    where o.is_member and o.status = 'published' and o.trashed_at is null
    order by o.name_key, o.id limit 5000`);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const people = (await membersOn(ctx, today)).filter(({ who }) => who === 'person').length;
  return { structures: rows, people, municipalities: new Set(rows.map(({ city }) => city).filter(Boolean)).size };
}
