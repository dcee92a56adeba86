import { sql, type SQL } from 'drizzle-orm';

// Rows that say the same are made one at the start. Lists are hashed: « is true » keeps PostgreSQL from making joins of
// them, whose sizes it guesses wrong.
const read = (rows: SQL): SQL => sql`r as materialized (
      select k.person_id, case when k.person_id is null then lower(k.email) end as email,
        case when k.person_id is null then k.name end as name, count(*)::int as times
      from (${rows}) k where k.person_id is not null or k.email <> '' group by 1, 2, 3),
    typed as materialized (select t.email, t.name, t.times from r t where t.person_id is null),
    held as materialized (select c.hub_id, c.person_id, c.normalised from contact_points c
      where c.kind = 'email' and (c.normalised in (select t.email from typed t)) is true),
    shared as materialized (select h.normalised from held h group by 1 having count(*) > 1)`;

const nameOf = (held: SQL): SQL =>
  sql`(select essaim_fold(p.display_name) from persons p where p.hub_id = ${held}.hub_id and p.id = ${held}.person_id)`;

/**
 * The people behind rows that name a person, or only the mail address somebody typed: a select of `person_id`. `rows`
 * selects `person_id`, `email` and `name`. Where several people share the address, only the one who bears the name.
 */
export function peopleBehind(rows: SQL): SQL {
  return sql`with ${read(rows)}
    select r.person_id from r where r.person_id is not null
    union all
    select h.person_id from held h where (h.normalised in (select s.normalised from shared s)) is not true
    union all
    select h.person_id from held h where (h.normalised in (select s.normalised from shared s)) is true
      and ((h.normalised, ${nameOf(sql`h`)}) in (select t.email, essaim_fold(t.name) from typed t
        where (t.email in (select s.normalised from shared s)) is true)) is true`;
}

/** The same with `times`, how many rows each stands behind: to be added up, since some may name her and others not. */
export function peopleBehindEach(rows: SQL): SQL {
  return sql`with ${read(rows)}
    select r.person_id, r.times from r where r.person_id is not null
    union all
    select h.person_id, t.times from typed t join held h on h.normalised = t.email
    where (t.email in (select s.normalised from shared s)) is not true or essaim_fold(t.name) = ${nameOf(sql`h`)}`;
}
