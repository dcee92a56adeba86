import type pg from 'pg';

type Owner = pg.Client | pg.Pool;

/** The event of the demonstration that one registers to without limit. */
export async function freeEvent(owner: Owner): Promise<string> {
  const { rows } = await owner.query<{ slug: string }>(
    `select e.slug from agenda_events e join registration_offers f on f.hub_id = e.hub_id and f.event_id = e.id
     where f.is_open and f.capacity is null and f.prices = '[]' and e.rule is null
       and exists (select from agenda_occurrences o where o.hub_id = e.hub_id and o.event_id = e.id and o.starts_at > now())
       and not f.questions @> '[{"isRequired": true}]' order by e.slug limit 1`,
  );
  if (!rows[0]) throw new Error('no event to register to');
  return rows[0].slug;
}

const ofEvent = `(select e.id from agenda_events e where e.slug = $1)`;

/** Nobody registered any more, and so many seats. */
export async function emptyQueue(owner: Owner, slug: string, capacity: number): Promise<void> {
  await owner.query(`delete from registration_pools where event_id = ${ofEvent}`, [slug]);
  await owner.query(`update registration_offers set capacity = $2 where event_id = ${ofEvent}`, [slug, capacity]);
  await owner.query(`delete from mail_messages where kind like 'registration.%'`);
}

/** How many have a seat, how many wait, and how many different ranks there are. */
export async function standing(owner: Owner, slug: string) {
  const { rows } = await owner.query<{ confirmed: number; waiting: number; ranks: number }>(
    `select count(*) filter (where state = 'confirmed')::int as confirmed,
      count(*) filter (where state = 'waiting')::int as waiting, count(distinct arrival)::int as ranks
     from registrations r join registration_pools p on p.hub_id = r.hub_id and p.id = r.pool_id
     where p.event_id = ${ofEvent}`,
    [slug],
  );
  return rows[0] ?? { confirmed: 0, waiting: 0, ranks: 0 };
}
