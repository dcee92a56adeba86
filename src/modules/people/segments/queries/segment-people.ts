import { sql, type SQL } from 'drizzle-orm';
import type { SegmentReading } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { selectOf, type ReadSegment } from './read-definition.ts';

/** How many people a segment holds, and how many of them mail reaches. */
export interface SegmentCount {
  total: number;
  withEmail: number;
}

const emailed = sql`(s.person_id in (select c.person_id from contact_points c where c.kind = 'email')) is true`;

/** Counts a segment; nobody while it can not be read. */
export async function countSegment(
  db: Reader,
  { people, withEmail }: Pick<ReadSegment, 'people' | 'withEmail'>,
): Promise<SegmentCount> {
  if (!people) return { total: 0, withEmail: 0 };
  const { rows } = await db.execute<{ total: number; withEmail: number }>(sql`select count(*)::int as total,
      count(*) filter (where ${withEmail ? sql`s.has_email` : emailed})::int as "withEmail"
    from (${withEmail ?? people}) s`);
  return rows[0] ?? { total: 0, withEmail: 0 };
}

/** One person of a segment, as a page lists her. */
export interface SegmentPerson {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  postal: string | null;
}

const best = (kind: 'email' | 'phone' | 'postal') =>
  sql`(select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = ${kind} order by c.preferred desc, c.created_at, c.id limit 1)`;

/** The people of a segment by name. */
export async function listSegment(
  db: Reader,
  people: SQL | null,
  page: { limit: number; offset: number },
): Promise<SegmentPerson[]> {
  if (!people) return [];
  const { rows } = await db.execute<SegmentPerson & Record<string, unknown>>(sql`
    select p.id, p.display_name as name, ${best('email')} as email, ${best('phone')} as phone, ${best('postal')} as postal
    from (select q.* from persons q where (q.id in (${people})) is true
      order by essaim_fold(q.family_name), essaim_fold(q.given_name), q.folded_name, q.id limit ${page.limit} offset ${page.offset}) p
    order by essaim_fold(p.family_name), essaim_fold(p.given_name), p.folded_name, p.id`);
  return rows;
}

/** Ids of all the people of a segment, or of whatever gives a `person_id`. */
export async function idsOf(db: Reader, people: SQL | null): Promise<string[]> {
  if (!people) return [];
  const { rows } = await db.execute<{ id: string }>(sql`select s.person_id as id from (${people}) s order by 1`);
  return rows.map(({ id }) => id);
}

/** Why each of these people is there: the conditions of the segment that are true of her, in words. */
export async function reasonsOf(
  ctx: SegmentReading,
  { conditions, definition }: ReadSegment,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const reasons = new Map<string, string[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return reasons;
  const held = `{${ids.join(',')}}`;
  const answers = await Promise.all(
    conditions.map(async (condition) => {
      // Where all must be true, they are.
      if (definition.join === 'all') return new Set(ids);
      const { rows } = await ctx.db.execute<{ id: string }>(
        sql`select distinct t.person_id as id from (${selectOf(condition, ctx)}) t where t.person_id = any (${held}::uuid[])`,
      );
      const true_ = new Set(rows.map(({ id }) => id));
      return new Set(ids.filter((id) => true_.has(id) !== condition.isContrary));
    }),
  );
  conditions.forEach(({ words, valueWords }, index) => {
    for (const id of answers[index] ?? []) reasons.get(id)?.push(valueWords === '' ? words : `${words} ${valueWords}`);
  });
  return reasons;
}

/** Whom mail reaches in a segment: one address each, and how many have none. */
export async function segmentAddresses(
  db: Reader,
  people: SQL | null,
): Promise<{ people: { personId: string; name: string; email: string }[]; withoutEmail: number }> {
  if (!people) return { people: [], withoutEmail: 0 };
  const { rows } = await db.execute<{ personId: string; name: string; email: string | null }>(sql`
    select p.id as "personId", p.display_name as name, c.email from (${people}) s join persons p on p.id = s.person_id
    left join (select distinct on (person_id) person_id, normalised as email from contact_points
      where kind = 'email' order by person_id, preferred desc, created_at, id) c on c.person_id = p.id
    order by p.id`);
  const reached = rows.flatMap(({ email, ...person }) => (email === null ? [] : [{ ...person, email }]));
  return { people: reached, withoutEmail: rows.length - reached.length };
}
