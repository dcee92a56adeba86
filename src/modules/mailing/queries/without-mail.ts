import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { SegmentSeam } from '../ports.ts';
import { audienceRows, type AudienceAsked } from './audience.ts';

/** Somebody to reach otherwise than by mail. */
export interface OtherReader {
  personId: string;
  name: string;
  postal: string | null;
  phone: string | null;
  /** How she would rather be reached, in her words or the team’s. */
  note: string;
}

/**
 * The people of an audience whom mail does not reach: no address, or they prefer otherwise. A household that asked for
 * one letter counts once, by the person it is written to.
 */
export async function withoutMail(ctx: Context, segments: SegmentSeam, asked: AudienceAsked): Promise<OtherReader[]> {
  const rows = await audienceRows(ctx, segments, asked);
  const found = await ctx.db.execute<OtherReader & Record<string, unknown>>(sql`
    with readers as (select distinct person_id from (${rows}) a where why in ('noEmail', 'otherWay') and person_id is not null)
    select p.id as "personId", p.display_name as name, postal.value as postal, phone.value as phone, coalesce(r.note, '') as note
    from readers x join persons p on p.id = x.person_id
    left join lateral (select c.value from contact_points c where c.person_id = p.id and c.kind = 'postal'
      order by c.preferred desc, c.created_at limit 1) postal on true
    left join lateral (select c.value from contact_points c where c.person_id = p.id and c.kind = 'phone'
      order by c.preferred desc, c.created_at limit 1) phone on true
    left join reach_preferences r on r.person_id = p.id
    where not exists (
      select from household_people h join households home on home.id = h.household_id
      where h.person_id = p.id and home.written_to_id is not null and home.written_to_id <> p.id
        and home.written_to_id in (select person_id from readers))
    order by p.family_name, p.given_name, p.display_name limit 2000`);
  return found.rows;
}
