import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** A photo of a sheet as the team sees it, hidden or not. */
export interface OfficePhoto extends Record<string, unknown> {
  photoId: string;
  imageId: string;
  alternative: string;
  /** Someone on it did not agree, or not yet: nobody sees it on the sheet. */
  isWithheld: boolean;
}

/** The photos of a sheet, the cover first; those put in the trash of the bank left out. */
export async function sheetPhotos(ctx: Context, organizationId: string): Promise<OfficePhoto[]> {
  const { rows } = await ctx.db.execute<OfficePhoto>(sql`
    select p.id as "photoId", p.image_id as "imageId", coalesce(nullif(p.alternative, ''), i.alternative) as alternative,
      i.withheld_at is not null as "isWithheld"
    from organization_photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where p.organization_id = ${organizationId} and i.removed_at is null order by p.position, p.id`);
  return rows;
}
