import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { mayRunSite } from '../../policy.ts';
import type { PublicationKind, PublicationStatus } from '../../domain/publication.ts';

export const officeSorts = ['modifie', 'publie', 'titre', 'relire'] as const;
export type OfficeSort = (typeof officeSorts)[number];

/** What the team's list is asked. */
export interface OfficeQuestion {
  readonly q: string;
  readonly kind: PublicationKind | null;
  readonly status: PublicationStatus | null;
  readonly audience: string | null;
  readonly theme: string | null;
  readonly mine: boolean;
  /** Those whose review date has come. */
  readonly toReview: boolean;
  /** Those with changes kept aside. */
  readonly withPending: boolean;
  readonly sort: OfficeSort;
  readonly descending: boolean;
}

export interface OfficeRow extends Record<string, unknown> {
  id: string;
  kind: PublicationKind;
  slug: string;
  title: string;
  status: PublicationStatus;
  has_pending: boolean;
  person_id: string | null;
  organization: string | null;
  author_name: string;
  audiences: string[];
  publish_at: string | null;
  published_at: string | null;
  updated_at: string;
  review_on: string | null;
  trashed_at: string | null;
}

export const rowsAPage = 50;
const mostExported = 20_000;

/** ISO text of an instant column. */
const iso = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const columns = sql`p.id, p.kind, p.slug, p.title, p.status, p.pending is not null as has_pending, p.person_id,
  o.name as organization, p.author_name, p.audiences, ${iso(sql`p.publish_at`)} as publish_at,
  ${iso(sql`p.published_at`)} as published_at, ${iso(sql`p.updated_at`)} as updated_at, p.review_on::text as review_on,
  ${iso(sql`p.trashed_at`)} as trashed_at`;
const from = sql`publications p left join organizations o on o.hub_id = p.hub_id and o.id = p.organization_id`;

/** One page of what the actor may find in the back office, and how many pass the filters. */
export async function officeList(
  ctx: Context,
  question: OfficeQuestion,
  page: number,
): Promise<{ rows: OfficeRow[]; count: number }> {
  const { rows } = await ctx.db.execute<OfficeRow & { whole: number }>(sql`
    select ${columns}, count(*) over ()::int as whole from ${from}
    where ${conditions(ctx, question)} order by ${order(question)} limit ${rowsAPage} offset ${(page - 1) * rowsAPage}`);
  return { rows, count: rows[0]?.whole ?? 0 };
}

/** The whole selection, for a table to take away. */
export async function officeSelection(ctx: Context, question: OfficeQuestion): Promise<OfficeRow[]> {
  const { rows } = await ctx.db.execute<OfficeRow>(sql`select ${columns} from ${from}
    where ${conditions(ctx, question)} order by ${order(question)} limit ${mostExported}`);
  return rows;
}

/** What the actor put in the trash, or everyone's for the team, latest first. */
export async function officeTrash(ctx: Context): Promise<OfficeRow[]> {
  const { rows } = await ctx.db.execute<OfficeRow>(sql`select ${columns} from ${from}
    where p.trashed_at is not null and not p.content @> '{"isRemoved": true}' and ${ownOnly(ctx)} order by p.trashed_at desc, p.id limit 500`);
  return rows;
}

/** How many of each kind and of each status the actor may find. */
export async function officeCounts(ctx: Context): Promise<{
  kinds: Partial<Record<PublicationKind, number>>;
  statuses: Partial<Record<PublicationStatus, number>>;
  trashed: number;
}> {
  const { rows } = await ctx.db.execute<{
    kind: PublicationKind;
    status: PublicationStatus;
    is_trashed: boolean;
    count: number;
  }>(sql`select p.kind, p.status, p.trashed_at is not null as is_trashed, count(*)::int as count from publications p
    where ${ownOnly(ctx)} and not p.content @> '{"isRemoved": true}' group by 1, 2, 3`);
  const counts: Awaited<ReturnType<typeof officeCounts>> = { kinds: {}, statuses: {}, trashed: 0 };
  for (const { kind, status, is_trashed: isTrashed, count } of rows) {
    if (isTrashed) counts.trashed += count;
    else {
      counts.kinds[kind] = (counts.kinds[kind] ?? 0) + count;
      counts.statuses[status] = (counts.statuses[status] ?? 0) + count;
    }
  }
  return counts;
}

/** The team finds everything, others what they wrote. */
function ownOnly({ actor }: Context): SQL {
  return mayRunSite(actor) ? sql`true` : sql`p.person_id = ${actor?.personId ?? null}`;
}

function conditions(ctx: Context, question: OfficeQuestion): SQL {
  const all: SQL[] = [sql`p.trashed_at is null`, ownOnly(ctx)];
  if (question.kind) all.push(sql`p.kind = ${question.kind}`);
  if (question.status) all.push(sql`p.status = ${question.status}`);
  if (question.audience) all.push(sql`${question.audience} = any (p.audiences)`);
  if (question.theme) all.push(sql`${question.theme}::uuid = any (p.themes)`);
  if (question.mine) all.push(sql`p.person_id = ${ctx.actor?.personId ?? null}`);
  if (question.withPending) all.push(sql`p.pending is not null`);
  if (question.toReview)
    all.push(sql`p.review_on <= ${ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString()}::date`);
  for (const word of question.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    all.push(
      sql`essaim_fold(p.title || ' ' || p.brief || ' ' || p.author_name || ' ' || coalesce(o.name, '')) like essaim_fold(${like})`,
    );
  }
  return sql.join(all, sql` and `);
}

function order({ sort, descending }: OfficeQuestion): SQL {
  const way = descending ? sql`desc nulls last` : sql`asc nulls last`;
  switch (sort) {
    case 'modifie':
      return sql`p.updated_at ${way}, p.id`;
    case 'publie':
      return sql`coalesce(p.publish_at, p.published_at) ${way}, p.id`;
    case 'titre':
      return sql`essaim_fold(p.title) ${way}, p.id`;
    case 'relire':
      return sql`p.review_on ${way}, p.id`;
  }
}
