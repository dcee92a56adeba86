import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { SiteMapEntry } from '#platform/contributions/module.ts';
import { pageByPage } from '#platform/db/page-by-page.ts';
import { directoryPath, mapPath, organizationPath } from '../paths.ts';

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  at: number;
}

const rowsInMemory = 2_000;

/** The directory's addresses for search engines. */
export async function* siteMapEntries(ctx: Context): AsyncGenerator<SiteMapEntry> {
  yield { path: directoryPath, changedAt: null };
  yield { path: mapPath, changedAt: null };
  const sheets = pageByPage<Row>(
    rowsInMemory,
    (after, size) => publishedAfter(ctx, after, size),
    (row) => row.id,
  );
  for await (const { slug, at } of sheets)
    yield { path: organizationPath(slug), changedAt: Temporal.Instant.fromEpochMilliseconds(at) };
}

async function publishedAfter(ctx: Context, after: string | null, size: number): Promise<Row[]> {
  const further = after ? sql`and id > ${after}::uuid` : sql``;
  const { rows } = await ctx.db.execute<Row>(sql`
    select id, slug, floor(extract(epoch from updated_at) * 1000)::float8 as at from organizations
    where status = 'published' and trashed_at is null ${further} order by hub_id, id limit ${size}`);
  return rows;
}
