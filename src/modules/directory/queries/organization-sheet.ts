import { sql } from 'drizzle-orm';
import { piecesForMembers } from '#modules/hub/index.ts';
import type { Context } from '#platform/context/context.ts';
import { readOrganizations, type StoredOrganization } from './stored-organization.ts';
import { mayKeepDirectory, visibleTo } from '../policy.ts';
import { visibleProfile, type VisibleProfile } from '../profile/visible-profile.ts';
import type { ShownPicture } from '#platform/pictures/picture.ts';

/** A sheet for one reader. */
export interface OrganizationSheet extends Omit<StoredOrganization, 'profile'> {
  readonly profile: VisibleProfile;
  readonly photos: readonly SheetPhoto[];
}

export interface SheetPhoto extends ShownPicture {
  readonly photoId: string;
}

/** The sheet at this address, or the address it now has; null for a reader who may not see it. */
export async function sheetAt(ctx: Context, slug: string): Promise<OrganizationSheet | { movedTo: string } | null> {
  const { rows } = await ctx.db.execute<{ organization_id: string }>(
    sql`select organization_id from organization_slugs where slug = ${slug}`,
  );
  const id = rows[0]?.organization_id;
  const sheet = id ? await sheetOf(ctx, id) : null;
  return sheet && sheet.slug !== slug ? { movedTo: sheet.slug } : sheet;
}

/** The sheet of this id as the actor of the context may see it. */
export async function sheetOf(ctx: Context, id: string): Promise<OrganizationSheet | null> {
  const [stored, photos, kept] = await Promise.all([
    readOrganizations(ctx.db, [id]),
    photosOf(ctx, id),
    piecesForMembers(ctx.db),
  ]);
  const sheet = stored.get(id);
  if (!sheet || sheet.trashedAt !== null || (sheet.status !== 'published' && !mayKeepDirectory(ctx.actor))) return null;
  return { ...sheet, profile: visibleProfile(sheet.profile, visibleTo(ctx.actor), kept), photos };
}

async function photosOf(ctx: Context, id: string): Promise<SheetPhoto[]> {
  const { rows } = await ctx.db.execute<SheetPhoto & Record<string, unknown>>(sql`
    select p.id as "photoId", i.id, i.width, i.height, i.variants, coalesce(nullif(p.alternative, ''), i.alternative) as alternative,
      coalesce(nullif(p.credit, ''), i.credit) as credit,
      i.focal_x as "focalX", i.focal_y as "focalY"
    from organization_photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where p.organization_id = ${id} and i.removed_at is null and i.withheld_at is null and i.visibility = 'public' order by p.position, p.id`);
  return rows;
}
