import { sql } from 'drizzle-orm';
import { piecesForMembers } from '#modules/hub/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { Visibility } from '#platform/search/search.ts';
import { visibleProfile, type VisibleProfile } from '../profile/visible-profile.ts';
import { themesAt } from './index/directory-columns.ts';
import { directoryIndex } from './index/directory-index.ts';
import type { IndexedTheme } from './index/theme-tree.ts';
import { readOrganizations, uuids, type StoredOrganization } from './stored-organization.ts';

/** A sheet on its way out of the site, in a file or an interface. */
export interface PublicSheet extends Omit<StoredOrganization, 'profile'> {
  readonly profile: VisibleProfile;
  readonly themes: readonly IndexedTheme[];
  /** Image id of its first photo. */
  readonly cover: string | null;
  /** `source key` of the list it came from first. */
  readonly sourceKey: string;
}

const inOneRead = 200;

/** These sheets in this order, as readers who see these pieces may have them; read as the reader takes them. */
export async function* eachSheet(
  ctx: Context,
  ids: readonly string[],
  seen: readonly Visibility[] = ['public'],
): AsyncGenerator<PublicSheet> {
  const { columns, lookup } = await directoryIndex(ctx.db, ctx.hubId);
  const kept = await piecesForMembers(ctx.db);
  for (let at = 0; at < ids.length; at += inOneRead) {
    const some = ids.slice(at, at + inOneRead);
    const [stored, extras] = await Promise.all([readOrganizations(ctx.db, some), extrasOf(ctx, some)]);
    for (const id of some) {
      const sheet = stored.get(id);
      if (!sheet || sheet.trashedAt !== null || (sheet.status !== 'published' && !seen.includes('staff'))) continue;
      const row = lookup.rowOf(id);
      const extra = extras.get(id);
      yield {
        ...sheet,
        profile: visibleProfile(sheet.profile, seen, kept),
        themes: row === -1 ? [] : themesAt(columns, row),
        cover: extra?.cover ?? null,
        sourceKey: extra?.source_key ?? '',
      };
    }
  }
}

interface Extra extends Record<string, unknown> {
  id: string;
  cover: string | null;
  source_key: string | null;
}

async function extrasOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Extra>> {
  const { rows } = await ctx.db.execute<Extra>(sql`
    select o.id, p.image_id as cover, (select s.source || ' ' || s.source_key from organization_sources s
        where s.organization_id = o.id order by s.id limit 1) as source_key
    from organizations o
    left join (organization_photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id and i.removed_at is null and i.withheld_at is null and i.visibility = 'public')
      on p.organization_id = o.id and p.position = 0
    where o.id = any (${uuids(ids)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
