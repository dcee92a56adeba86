import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { EventType } from '../../domain/event-types.ts';

/** What one may choose among the dates to come: only what answers something. */
export interface AgendaChoices {
  types: readonly EventType[];
  towns: readonly { insee: string; name: string; count: number }[];
  themes: readonly string[];
  audiences: readonly string[];
  hasPartners: boolean;
  hasOwn: boolean;
  hasOnline: boolean;
  hasFree: boolean;
}

/** The choices over the events that are not over yet. */
export async function agendaChoices(db: Reader, now: Temporal.Instant): Promise<AgendaChoices> {
  const { rows } = await db.execute<{
    types: EventType[] | null;
    themes: string[] | null;
    audiences: string[] | null;
    towns: { insee: string; name: string; count: number }[] | null;
    own: boolean | null;
    partners: boolean | null;
    online: boolean | null;
    free: boolean | null;
  }>(sql`
    with coming as (
      select distinct on (e.id) e.*, coalesce(o.venue_id, e.venue_id) as place_id from agenda_occurrences o
      join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      where e.status = 'published' and e.trashed_at is null and not o.is_leftover and o.ends_at > ${now.toString()}::timestamptz
      order by e.id
    )
    select (select array_agg(distinct type) from coming) as types,
      (select array_agg(distinct t.id)::text[] from coming, unnest(themes) as t (id)) as themes,
      (select array_agg(distinct a.tag) from coming, unnest(audiences) as a (tag)) as audiences,
      (select jsonb_agg(t order by t.name) from (
        select v.municipality_insee as insee, min(v.city) as name, count(*) as count
        from coming c join venues v on v.hub_id = c.hub_id and v.id = c.place_id
        where v.municipality_insee is not null and v.city <> '' group by v.municipality_insee) t) as towns,
      bool_or(is_own) as own, bool_or(not is_own) as partners,
      bool_or(attendance <> 'onsite' or state = 'moved_online') as online, bool_or(is_free) as free
    from coming`);
  const [row] = rows;
  return {
    types: row?.types ?? [],
    towns: row?.towns ?? [],
    themes: row?.themes ?? [],
    audiences: row?.audiences ?? [],
    hasOwn: row?.own ?? false,
    hasPartners: row?.partners ?? false,
    hasOnline: row?.online ?? false,
    hasFree: row?.free ?? false,
  };
}
