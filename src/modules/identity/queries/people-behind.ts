import { sql, type SQL } from 'drizzle-orm';

/**
 * The people behind rows that name a person, or only the mail address somebody typed: a select of `person_id`. `rows`
 * selects `person_id`, `email` and `name`. Where several people share the address, only the one who bears the name.
 */
export function peopleBehind(rows: SQL): SQL {
  return sql`select t.person_id from (${rows}) t where t.person_id is not null
    union all
    select c.person_id from (${rows}) t join contact_points c on c.kind = 'email' and c.normalised = lower(t.email)
    where t.person_id is null and t.email is not null and t.email <> ''
      and (not exists (select from contact_points o where o.hub_id = c.hub_id and o.kind = 'email' and o.normalised = c.normalised and o.person_id <> c.person_id)
        or exists (select from persons p where p.hub_id = c.hub_id and p.id = c.person_id and essaim_fold(p.display_name) = essaim_fold(t.name)))`;
}
