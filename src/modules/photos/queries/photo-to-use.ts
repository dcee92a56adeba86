import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { isId } from '#platform/ids/ids.ts';
import { mayKeepPhotos } from '../policy.ts';

/** What a page takes from a photo of the bank when it chooses it. */
export interface PhotoToUse extends Record<string, unknown> {
  id: string;
  alternative: string;
  isDecorative: boolean;
  credit: string;
}

/**
 * The photo of this id, if the actor may put it on a page: any that is not in the trash for those who keep the bank, even
 * sent by a stranger outside of it; her own, and those that everyone sees, for another.
 */
export async function photoToUse(ctx: Context, id: string): Promise<PhotoToUse | null> {
  if (!isId(id)) return null;
  const { rows } = await ctx.db.execute<PhotoToUse>(sql`
    select i.id, i.alternative, coalesce(p.is_decorative, false) as "isDecorative", i.credit
    from stored_images i left join photos p on p.hub_id = i.hub_id and p.image_id = i.id
    where i.id = ${id} and i.removed_at is null and (${mayKeepPhotos(ctx.actor)}
      or p.image_id is not null and (i.created_by = ${ctx.actor?.personId ?? null} or (i.visibility = 'public' and i.withheld_at is null)))`);
  return rows[0] ?? null;
}
