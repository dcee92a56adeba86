import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { SiteMapEntry } from '#platform/contributions/module.ts';
import { directoryPath, mapPath, organizationPath } from '../paths.ts';

// The protocol allows 50,000 addresses a file; a few are left for the other modules.
const mostSheets = 45_000;

/** The directory's addresses for search engines. */
export async function siteMapEntries(ctx: Context): Promise<SiteMapEntry[]> {
  const { rows } = await ctx.db.execute<{
    slug: string;
    at: Date | string;
  }>(sql`select slug, updated_at as at from organizations
    where status = 'published' and trashed_at is null order by updated_at desc limit ${mostSheets}`);
  return [
    { path: directoryPath, changedAt: null },
    { path: mapPath, changedAt: null },
    ...rows.map(({ slug, at }) => ({
      path: organizationPath(slug),
      changedAt: Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime()),
    })),
  ];
}
