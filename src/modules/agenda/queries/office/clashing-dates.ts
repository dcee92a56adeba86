import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { clashOf, type ClashingDate, type ClashReasons } from '../../domain/clash.ts';
import type { EventStatus } from '../../domain/event-status.ts';
import type { EventType } from '../../domain/event-types.ts';
import { mayRunAgenda } from '../../policy.ts';

/** Another date that gets in the way of one that is being written. */
export interface Clash {
  occurrenceId: string;
  eventId: string;
  slug: string;
  title: string;
  status: EventStatus;
  originPath: string | null;
  zone: string;
  isAllDay: boolean;
  hasEnd: boolean;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  venue: { name: string; city: string } | null;
  isOwn: boolean;
  type: EventType;
  /** Audiences that both speak to. */
  audiences: readonly string[];
  reasons: ClashReasons;
}

interface Row extends Record<string, unknown> {
  id: string;
  event_id: string;
  slug: string;
  title: string;
  status: EventStatus;
  origin_path: string | null;
  zone: string;
  is_all_day: boolean;
  has_end: boolean;
  starts_at: string;
  ends_at: string;
  starts_on: string;
  last_on: string;
  type: EventType;
  is_own: boolean;
  audiences: string[];
  themes: string[];
  organizations: string[];
  venue_id: string | null;
  venue_name: string | null;
  venue_city: string | null;
  insee: string | null;
  lon: number | null;
  lat: number | null;
}

const mostShown = 6;

/**
 * What gets in the way of these dates: public events for everyone; the drafts and proposals of others too for the team,
 * and for their author alone otherwise.
 */
export async function clashingDates(
  ctx: Context,
  dates: readonly ClashingDate[],
  exceptEventId: string | null,
): Promise<Clash[]> {
  const days = dates.map(({ startsOn }) => startsOn.toString()).sort();
  if (days.length === 0) return [];
  const last = dates
    .map(({ lastOn }) => lastOn.toString())
    .sort()
    .at(-1)!;
  const seesDrafts = mayRunAgenda(ctx.actor);
  const { rows } = await ctx.db.execute<Row>(sql`
    select o.id, o.event_id, e.slug, coalesce(o.title, e.title) as title, e.status,
      case when e.origin is null then null else e.origin_path end as origin_path, e.zone, o.is_all_day, o.has_end,
      to_json(o.starts_at)#>>'{}' as starts_at, to_json(o.ends_at)#>>'{}' as ends_at, o.starts_on::text, o.last_on::text,
      e.type, e.is_own, e.audiences, e.themes::text[], v.id as venue_id, v.name as venue_name, v.city as venue_city,
      v.municipality_insee as insee, v.lon, v.lat,
      array(select g.organization_id::text from agenda_organizers g where g.hub_id = e.hub_id and g.event_id = e.id
        and g.organization_id is not null) as organizations
    from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      left join venues v on v.hub_id = o.hub_id and v.id = coalesce(o.venue_id, e.venue_id)
    where o.last_on >= ${days[0]}::date and o.starts_on <= ${last}::date and e.trashed_at is null
      and not o.is_leftover and not o.is_cancelled and e.state not in ('cancelled', 'postponed')
      and (e.status = 'published' or ${seesDrafts} or e.person_id = ${ctx.actor?.personId ?? null}::uuid)
      and e.id is distinct from ${exceptEventId}::uuid
      and exists (select from unnest(${`{${[...new Set(days)].join(',')}}`}::date[]) as day where day between o.starts_on and o.last_on)
    order by o.starts_at, o.id limit 300`);
  const found = new Map<string, Clash>();
  for (const row of rows) {
    const other = dateOf(row);
    for (const mine of dates) {
      const reasons = clashOf(mine, other);
      // Once is enough for two series that meet every week.
      if (!reasons || found.has(row.event_id)) continue;
      found.set(row.event_id, clashFrom(row, other, mine, reasons));
    }
  }
  return [...found.values()].sort((a, b) => weight(b.reasons) - weight(a.reasons)).slice(0, mostShown);
}

/** The same place at the same hour first. */
function weight({ time, place, people }: ClashReasons): number {
  return (time === 'overlap' ? 4 : 0) + (place === 'same_venue' ? 4 : place === null ? 0 : 1) + people.length;
}

function dateOf(row: Row): ClashingDate {
  return {
    startsAt: Temporal.Instant.from(row.starts_at),
    endsAt: Temporal.Instant.from(row.ends_at),
    hasEnd: row.has_end,
    isAllDay: row.is_all_day,
    startsOn: Temporal.PlainDate.from(row.starts_on),
    lastOn: Temporal.PlainDate.from(row.last_on),
    place:
      row.venue_id === null ? null : { venueId: row.venue_id, insee: row.insee, longitude: row.lon, latitude: row.lat },
    type: row.type,
    audiences: row.audiences,
    themes: row.themes,
    organizations: row.organizations,
    isOwn: row.is_own,
  };
}

function clashFrom(row: Row, other: ClashingDate, mine: ClashingDate, reasons: ClashReasons): Clash {
  return {
    occurrenceId: row.id,
    eventId: row.event_id,
    slug: row.slug,
    title: row.title,
    status: row.status,
    originPath: row.origin_path,
    zone: row.zone,
    isAllDay: row.is_all_day,
    hasEnd: row.has_end,
    startsAt: other.startsAt,
    endsAt: other.endsAt,
    startsOn: other.startsOn,
    lastOn: other.lastOn,
    venue: row.venue_id === null ? null : { name: row.venue_name ?? '', city: row.venue_city ?? '' },
    isOwn: row.is_own,
    type: row.type,
    audiences: row.audiences.filter((tag) => mine.audiences.includes(tag)),
    reasons,
  };
}
