import { sql, type SQL } from 'drizzle-orm';

/**
 * The people behind rows that name a person, or only the mail address somebody typed: a select of `person_id`. `rows`
 * selects `person_id`, `email` and `name`. Where several people share the address, only the one who bears the name.
 * Lists are hashed (« is true » keeps PostgreSQL from making joins of them, whose sizes it guesses wrong).
 */
export function peopleBehind(rows: SQL): SQL {
  return sql`with r as materialized (${rows}),
    typed as materialized (select distinct lower(r.email) as email, r.name from r where r.person_id is null and r.email <> '')
    select r.person_id from r where r.person_id is not null
    union all
    select c.person_id from contact_points c
    where c.kind = 'email' and (c.normalised in (select t.email from typed t)) is true
      and (not exists (select from contact_points o where o.hub_id = c.hub_id and o.kind = 'email' and o.normalised = c.normalised and o.person_id <> c.person_id)
        or ((c.normalised, (select essaim_fold(p.display_name) from persons p where p.hub_id = c.hub_id and p.id = c.person_id))
          in (select t.email, essaim_fold(t.name) from typed t)) is true)`;
}

/** The same, once a row: a select of `person_id` in which whoever stands behind three rows comes three times. */
export function peopleBehindEach(rows: SQL): SQL {
  // « offset 0 » keeps one look in the index a row, whatever PostgreSQL makes of their number.
  return sql`with r as materialized (${rows})
    select r.person_id from r where r.person_id is not null
    union all
    select c.person_id from r cross join lateral (select k.hub_id, k.person_id, k.normalised from contact_points k
      where k.kind = 'email' and k.normalised = lower(r.email) offset 0) c
    where r.person_id is null and r.email <> ''
      and (not exists (select from contact_points o where o.hub_id = c.hub_id and o.kind = 'email' and o.normalised = c.normalised and o.person_id <> c.person_id)
        or exists (select from persons p where p.hub_id = c.hub_id and p.id = c.person_id and essaim_fold(p.display_name) = essaim_fold(r.name)))`;
}
