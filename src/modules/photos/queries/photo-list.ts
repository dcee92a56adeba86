import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { AgreementOutcome } from '../domain/agreement.ts';
import type { PhotosDependencies } from '../ports.ts';
import { wordsCondition } from './words-condition.ts';

export const photosAPage = 60;

/** What the list of the bank may be narrowed to. */
export interface PhotoFilters {
  readonly words: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly occasion: string;
  readonly agreement: AgreementOutcome | null;
  readonly isPress: boolean;
  readonly lacksAlternative: boolean;
  readonly isUnused: boolean;
  /** Sent since this moment: what was just uploaded. */
  readonly since: string | null;
  readonly isTrash: boolean;
}

export const noFilter: PhotoFilters = {
  words: '',
  from: null,
  to: null,
  occasion: '',
  agreement: null,
  isPress: false,
  lacksAlternative: false,
  isUnused: false,
  since: null,
  isTrash: false,
};

/** A photo in the list of those who keep the bank. */
export interface PhotoRow extends Record<string, unknown> {
  id: string;
  alternative: string;
  isDecorative: boolean;
  credit: string;
  fileName: string;
  occasion: string;
  place: string;
  keywords: string[];
  takenOn: string | null;
  isForPress: boolean;
  rightsNote: string;
  visibility: 'public' | 'members' | 'staff';
  outcome: AgreementOutcome;
  isWithheld: boolean;
  width: number;
  height: number;
  focalX: number;
  focalY: number;
}

const outcome = sql`case
  when exists (select from photo_people a where a.hub_id = p.hub_id and a.image_id = p.image_id and a.state in ('refused', 'withdrawn'))
    then 'refused'
  when p.people = 'unsaid' then 'unsaid'
  when p.people = 'nobody_recognisable' then 'nobody'
  when i.withheld_at is null then 'given' else 'waiting' end`;

const columns = sql`p.image_id as id, i.alternative, p.is_decorative as "isDecorative", i.credit, p.file_name as "fileName",
  p.occasion, p.place, p.keywords, p.taken_on::text as "takenOn", p.is_for_press as "isForPress", p.rights_note as "rightsNote",
  i.visibility, ${outcome} as outcome, i.withheld_at is not null as "isWithheld", i.width, i.height,
  i.focal_x as "focalX", i.focal_y as "focalY"`;

/** One page of the bank, the last sent first, and how many answer. */
export async function photoList(
  ctx: Context,
  filters: PhotoFilters,
  page: number,
  uses: PhotosDependencies['uses'],
): Promise<{ rows: PhotoRow[]; count: number }> {
  const ids = filters.isUnused ? await unusedAmong(ctx, await idsOf(ctx, filters), uses) : null;
  const only = ids ? sql`p.image_id = any (${`{${ids.join(',')}}`}::uuid[])` : conditionOf(filters);
  const { rows } = await ctx.db.execute<PhotoRow & { total: number }>(sql`
    select ${columns}, count(*) over ()::int as total
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where ${only} order by p.image_id desc limit ${photosAPage} offset ${(page - 1) * photosAPage}`);
  if (rows.length === 0 && page > 1) return { rows: [], count: (await idsOf(ctx, filters)).length };
  return { rows, count: rows[0]?.total ?? 0 };
}

/** Every photo that answers, a few hundred at a time: for an export of any size. */
export async function* eachPhoto(
  ctx: Context,
  filters: PhotoFilters,
  uses: PhotosDependencies['uses'],
): AsyncGenerator<PhotoRow> {
  const all = await idsOf(ctx, filters);
  const ids = filters.isUnused ? await unusedAmong(ctx, all, uses) : all;
  for (const some of parts(ids)) {
    const { rows } = await ctx.db.execute<PhotoRow>(sql`select ${columns}
      from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
      where p.image_id = any (${`{${some.join(',')}}`}::uuid[]) order by p.image_id desc`);
    yield* rows;
  }
}

async function idsOf(ctx: Context, filters: PhotoFilters): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select p.image_id as id
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where ${conditionOf(filters)} order by p.image_id desc`);
  return rows.map(({ id }) => id);
}

async function unusedAmong(ctx: Context, ids: readonly string[], uses: PhotosDependencies['uses']): Promise<string[]> {
  const used = new Set<string>();
  for (const some of parts(ids)) for (const { imageId } of await uses(ctx, some)) used.add(imageId);
  return ids.filter((id) => !used.has(id));
}

function* parts(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += 500) yield ids.slice(at, at + 500);
}

function conditionOf(filters: PhotoFilters): SQL {
  const conditions = [
    filters.isTrash ? sql`p.trashed_at is not null` : sql`p.trashed_at is null`,
    filters.words && wordsCondition(filters.words),
    filters.from && sql`p.taken_on >= ${filters.from}`,
    filters.to && sql`p.taken_on <= ${filters.to}`,
    filters.occasion && sql`p.occasion = ${filters.occasion}`,
    filters.agreement && sql`${outcome} = ${filters.agreement}`,
    filters.isPress && sql`p.is_for_press`,
    filters.lacksAlternative && sql`i.alternative = '' and not p.is_decorative`,
    filters.since && sql`i.created_at >= ${filters.since}`,
  ].filter((condition) => typeof condition === 'object' && condition !== null);
  return sql.join(conditions, sql` and `);
}

/** Counts and choices of the filters. */
export interface PhotoChoices {
  readonly occasions: readonly string[];
  readonly kept: number;
  readonly trashed: number;
  readonly refused: number;
  readonly waiting: number;
  readonly unsaid: number;
}

export async function photoChoices(ctx: Context): Promise<PhotoChoices> {
  const { rows } = await ctx.db.execute<{ occasion: string }>(sql`select occasion from photos
    where occasion <> '' and trashed_at is null group by occasion order by max(image_id::text) desc limit 100`);
  const { rows: counts } = await ctx.db.execute<Record<string, number>>(sql`
    select count(*) filter (where trashed_at is null)::int as kept, count(*) filter (where trashed_at is not null)::int as trashed,
      count(*) filter (where trashed_at is null and outcome = 'refused')::int as refused,
      count(*) filter (where trashed_at is null and outcome = 'waiting')::int as waiting,
      count(*) filter (where trashed_at is null and outcome = 'unsaid')::int as unsaid
    from (select p.trashed_at, ${outcome} as outcome from photos p
      join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id) s`);
  const { kept = 0, trashed = 0, refused = 0, waiting = 0, unsaid = 0 } = counts[0] ?? {};
  return { occasions: rows.map((row) => row.occasion), kept, trashed, refused, waiting, unsaid };
}
