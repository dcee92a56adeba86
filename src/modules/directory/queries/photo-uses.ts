import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { PhotoUse } from '#platform/contributions/module.ts';
import { officeSheetPath } from '../paths.ts';

/** The sheets that show these pictures. */
export async function directoryPhotoUses(ctx: Context, imageIds: readonly string[]): Promise<PhotoUse[]> {
  if (imageIds.length === 0) return [];
  const { rows } = await ctx.db.execute<{ imageId: string; id: string; name: string; isPublic: boolean }>(sql`
    select distinct p.image_id as "imageId", o.id, o.name, o.status = 'published' and o.trashed_at is null as "isPublic"
    from organization_photos p join organizations o on o.hub_id = p.hub_id and o.id = p.organization_id
    where p.image_id = any (${`{${imageIds.join(',')}}`}::uuid[]) order by o.name`);
  return rows.map(({ imageId, id, name, isPublic }) => ({
    imageId,
    label: `Fiche « ${name} »`,
    href: officeSheetPath(id),
    isPublic,
  }));
}
