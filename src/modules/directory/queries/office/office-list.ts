import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { search } from '#platform/search/search.ts';
import type { OrganizationStatus } from '../../tables.ts';
import { uuids } from '../stored-organization.ts';

export const officeSorts = ['nom', 'modifiee', 'verifiee', 'commune'] as const;
export type OfficeSort = (typeof officeSorts)[number];

/** What the team's list is asked. */
export interface OfficeQuestion {
  readonly q: string;
  readonly status: OrganizationStatus | null;
  readonly themeId: string | null;
  readonly insee: string | null;
  readonly source: string | null;
  readonly toConfirm: boolean;
  readonly withoutPoint: boolean;
  readonly membersOnly: boolean;
  readonly sort: OfficeSort;
  readonly descending: boolean;
}

export interface OfficeRow extends Record<string, unknown> {
  id: string;
  slug: string;
  name: string;
  status: OrganizationStatus;
  city: string | null;
  theme: string | null;
  is_member: boolean;
  is_placed: boolean;
  confirmed_at: string | null;
  updated_at: string;
}

export const rowsAPage = 50;
const mostFound = 3_000;

/** One page of the team's list, and how many pass the filters. */
export async function officeList(
  ctx: Context,
  question: OfficeQuestion,
  page: number,
): Promise<{ rows: OfficeRow[]; count: number }> {
  const where = await conditions(ctx, question);
  const { rows } = await ctx.db.execute<OfficeRow & { whole: number }>(sql`
    select o.id, o.slug, o.name, o.status, o.is_member, l.city, l.lon is not null as is_placed,
      o.confirmed_at::text as confirmed_at, o.updated_at::text as updated_at, count(*) over ()::int as whole,
      (select t.label from organization_themes ot join themes t on t.hub_id = ot.hub_id and t.id = ot.theme_id
        where ot.organization_id = o.id order by ot.position limit 1) as theme
    from organizations o left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
    where ${where} order by ${order(question)} limit ${rowsAPage} offset ${(page - 1) * rowsAPage}`);
  return { rows, count: rows[0]?.whole ?? 0 };
}

/** The ids of the whole selection, in the order of the list. */
export async function officeIds(ctx: Context, question: OfficeQuestion): Promise<string[]> {
  const where = await conditions(ctx, question);
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select o.id from organizations o
    left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
    where ${where} order by ${order(question)}`);
  return rows.map(({ id }) => id);
}

/** Choices of the filters that depend on the rows: towns and sources in use, and how many sheets are in each state. */
export async function officeChoices(ctx: Context): Promise<{
  towns: { insee: string; city: string }[];
  sources: string[];
  states: Record<OrganizationStatus | 'trashed', number>;
}> {
  const { rows } = await ctx.db.execute<{
    towns: { insee: string; city: string }[] | null;
    sources: string[] | null;
    draft: number;
    published: number;
    archived: number;
    trashed: number;
  }>(sql`
    select (select jsonb_agg(distinct jsonb_build_object('insee', municipality_insee, 'city', city)) from organization_locations where municipality_insee is not null) as towns,
      (select jsonb_agg(distinct source) from organization_sources) as sources,
      count(*) filter (where trashed_at is null and status = 'draft')::int as draft,
      count(*) filter (where trashed_at is null and status = 'published')::int as published,
      count(*) filter (where trashed_at is null and status = 'archived')::int as archived,
      count(*) filter (where trashed_at is not null and not exists (select from merged_organizations m where m.hub_id = o.hub_id and m.id = o.id))::int as trashed
    from organizations o`);
  const { towns, sources, draft = 0, published = 0, archived = 0, trashed = 0 } = rows[0] ?? {};
  return {
    towns: (towns ?? []).sort((a, b) => a.city.localeCompare(b.city, 'fr')),
    sources: (sources ?? []).sort((a, b) => a.localeCompare(b, 'fr')),
    states: { draft, published, archived, trashed },
  };
}

async function conditions(ctx: Context, question: OfficeQuestion): Promise<SQL> {
  const all: SQL[] = [sql`o.trashed_at is null`];
  if (question.status) all.push(sql`o.status = ${question.status}`);
  if (question.insee) all.push(sql`l.municipality_insee = ${question.insee}`);
  if (question.membersOnly) all.push(sql`o.is_member`);
  if (question.withoutPoint) all.push(sql`l.lon is null`);
  if (question.toConfirm)
    all.push(
      sql`(o.confirmed_at is null or o.confirmed_at < ${ctx.clock
        .now()
        .subtract({ hours: 24 * 365 })
        .toString()})`,
    );
  if (question.themeId) {
    all.push(sql`exists (with recursive under as (select id from themes where id = ${question.themeId}
        union select t.id from themes t join under u on t.parent_id = u.id)
      select from organization_themes ot join under u on u.id = ot.theme_id where ot.organization_id = o.id)`);
  }
  if (question.source)
    all.push(
      sql`exists (select from organization_sources s where s.organization_id = o.id and s.source = ${question.source})`,
    );
  if (question.q) {
    const { matches } = await search(ctx.db, question.q, {
      kinds: ['organization'],
      visibilities: ['public', 'members', 'staff'],
      limit: mostFound,
    });
    all.push(sql`o.id = any (${uuids(matches.map((match) => match.subjectId))}::uuid[])`);
  }
  return sql.join(all, sql` and `);
}

function order({ sort, descending }: OfficeQuestion): SQL {
  const way = descending ? sql`desc nulls last` : sql`asc nulls first`;
  switch (sort) {
    case 'nom':
      return sql`o.name_key collate "C" ${way}, o.id`;
    case 'modifiee':
      return sql`o.updated_at ${way}, o.id`;
    case 'verifiee':
      return sql`o.confirmed_at ${way}, o.id`;
    case 'commune':
      return sql`l.city ${way}, o.name_key collate "C", o.id`;
  }
}
