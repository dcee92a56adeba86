import { newId } from '#platform/ids/ids.ts';
import type { BenchHub } from './bench-hub.ts';
import { fictionalWords } from './fictional-structures.ts';
import { seeded } from './seeded.ts';

const types = [
  'breakfast',
  'meeting',
  'visit',
  'training',
  'workshop',
  'conference',
  'celebration',
  'market',
  'drop_in',
];
const venueCount = 120;
const inOneGo = 1_000;
const days = 1_100;

/**
 * Public events of every type, over three years around today, the first ones recurring every week within two years of
 * today, in SQL: commands would take minutes to write what is only to be read.
 */
export async function fillAgenda(
  hub: BenchHub,
  { count, recurring }: { count: number; recurring: number },
): Promise<void> {
  const { hubId } = hub.ctx;
  const random = seeded(count);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random.next() * list.length)] as Item;
  const text = (length: number): string => Array.from({ length }, () => pick(fictionalWords)).join(' ');
  const client = await hub.owner.connect();
  try {
    await client.query(`select set_config('essaim.hub', $1, false)`, [hubId]);
    const venues = Array.from({ length: venueCount }, (_, n) => ({
      id: newId(),
      name: `Banc ${n}`,
      insee: pick(['35126', '35012', '35168', '35219', '35176', '35240']),
      lon: -1.9 + random.next() * 0.6,
      lat: 47.7 + random.next() * 0.4,
    }));
    await client.query(insertVenues, [JSON.stringify(venues)]);
    for (let from = 0; from < count; from += inOneGo) {
      const list = Array.from({ length: Math.min(inOneGo, count - from) }, (_, index) => ({
        id: newId(),
        n: from + index,
        title: `${text(4)} ${from + index}`.slice(0, 200),
        brief: text(20).slice(0, 280),
        body: `<p>${text(90)}</p>`,
        type: pick(types),
        own: random.next() < 0.3,
        venue: pick(venues).id,
        day: Math.floor(random.next() * days) - days / 2,
        hour: 8 + Math.floor(random.next() * 12),
        free: random.next() < 0.5,
        weekly: from + index < recurring,
      }));
      await client.query(insertEvents, [JSON.stringify(list)]);
    }
    await client.query(insertDates);
    await client.query(`select pg_notify('essaim_site', $1)`, [hubId]);
  } finally {
    client.release();
  }
  await hub.owner.query('vacuum analyze');
}

/** Takes away all that was added. */
export async function removeAgenda(hub: BenchHub): Promise<void> {
  for (const statement of [
    `delete from agenda_events where hub_id = $1 and slug like 'banc-%'`,
    `delete from venues where hub_id = $1 and name like 'Banc %'`,
  ])
    await hub.owner.query(statement, [hub.ctx.hubId]);
  await hub.owner.query(`select pg_notify('essaim_site', $1)`, [hub.ctx.hubId]);
  await hub.owner.query('vacuum analyze');
}

const insertVenues = `insert into venues (hub_id, id, name, name_key, city, municipality_insee, lon, lat, created_at, updated_at)
  select essaim_hub(), id, name, lower(name), 'Commune ' || insee, insee, lon, lat, now(), now()
  from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, insee text, lon float8, lat float8)`;

const insertEvents = `with rows as (
    select *, date_trunc('day', now() at time zone 'Europe/Paris') + day * interval '1 day' + hour * interval '1 hour' as starts
    from jsonb_to_recordset($1::jsonb) as r (id uuid, n int, title text, brief text, body text, type text, own boolean,
      venue uuid, day int, hour int, free boolean, weekly boolean)
  ), events as (
    insert into agenda_events (hub_id, id, slug, status, title, brief, body, type, is_own, zone, starts_local, ends_local,
      rule, venue_id, is_free, published_at, created_at, updated_at)
    select essaim_hub(), id, 'banc-' || n, 'published', title, brief, body, type, own, 'Europe/Paris', starts,
      starts + interval '2 hours', case when weekly then 'FREQ=WEEKLY' end, venue, free, now(), now(), now() from rows
  ), addresses as (
    insert into agenda_event_slugs (hub_id, slug, event_id, since) select essaim_hub(), 'banc-' || n, id, now() from rows
  )
  insert into agenda_organizers (hub_id, event_id, position, name) select essaim_hub(), id, 0, 'Banc et voisins' from rows where not own`;

const insertDates = `insert into agenda_occurrences (hub_id, id, event_id, original_local, starts_at, ends_at, starts_on, last_on, updated_at)
  select essaim_hub(), gen_random_uuid(), e.id, at, at at time zone e.zone, (at + interval '2 hours') at time zone e.zone,
    at::date, at::date, now()
  from agenda_events e, generate_series(
    e.starts_local,
    case when e.rule is null then e.starts_local else (now() + interval '24 months')::timestamp end, interval '1 week') as at
  where e.hub_id = essaim_hub() and e.slug like 'banc-%'`;
