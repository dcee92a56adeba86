import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';

/** Someone or some structure, as a field proposes it: the text that finds it again. */
export interface Proposed {
  value: string;
  label: string;
}

const contains = (words: string) => `%${foldForSearch(words).replaceAll(/[\\%_]/g, '\\$&')}%`;

/** People whose name or mail holds these words; a way to reach them tells two of one name apart. */
export async function peopleNamed(db: Reader, words: string, limit = 8): Promise<Proposed[]> {
  if (words.trim().length < 2) return [];
  const { rows } = await db.execute<{ name: string; mark: string | null }>(sql`
    select p.display_name as name, (select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id
      order by array_position(array['email', 'phone', 'postal'], c.kind), c.preferred desc, c.created_at limit 1) as mark
    from persons p where p.merged_into is null and p.erased_at is null and (p.folded_name like ${contains(words)}
      or exists (select from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email' and c.normalised like ${contains(words)}))
    order by p.folded_name, p.id limit ${limit}`);
  return rows.map(({ name, mark }) => ({
    value: mark ? `${name} (${mark})` : name,
    label: mark ? `${name} (${mark})` : name,
  }));
}

export type Found = { id: string } | 'none' | 'several';

/** The person a field names: « Awa Diallo », « Awa Diallo (awa@…) », or her mail alone. */
export async function personTyped(db: Reader, typed: string): Promise<Found> {
  const [, name = typed, mark] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(typed.trim()) ?? [];
  const key = foldForSearch(name);
  if (key === '') return 'none';
  const marked = mark
    ? sql`exists (select from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.value = ${mark})`
    : sql`true`;
  const { rows } = await db.execute<{ id: string }>(sql`
    select p.id from persons p where p.merged_into is null and p.erased_at is null and ((essaim_fold(p.display_name) = essaim_fold(${name.trim()}) and ${marked})
      or exists (select from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email' and c.normalised = ${typed.trim().toLowerCase()}))
    limit 2`);
  return one(rows);
}

/** Structures whose name holds these words, published or not. */
export async function structuresNamed(db: Reader, words: string, limit = 8): Promise<Proposed[]> {
  if (words.trim().length < 2) return [];
  const { rows } = await db.execute<{ name: string }>(sql`
    select name from organizations where trashed_at is null and (name_key like ${contains(words)} or essaim_fold(short_name) like ${contains(words)})
    order by name_key collate "C", id limit ${limit}`);
  return rows.map(({ name }) => ({ value: name, label: name }));
}

/** The structure a field names. */
export async function structureTyped(db: Reader, typed: string): Promise<Found> {
  const key = foldForSearch(typed);
  if (key === '') return 'none';
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from organizations where trashed_at is null and name_key = ${key} limit 2`,
  );
  return one(rows);
}

function one(rows: readonly { id: string }[]): Found {
  const [first, another] = rows;
  if (!first) return 'none';
  return another ? 'several' : { id: first.id };
}
