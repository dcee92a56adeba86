import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Which of these pictures some module shows or keeps. */
export type PicturesInUse = (ctx: Context, ids: readonly string[]) => Promise<readonly string[]>;

// More than wait in a day before no more is taken (strangers-photo.ts).
const mostRead = 500;

async function waiting(ctx: Context, inUse: PicturesInUse, which: SQL): Promise<string[]> {
  const since = ctx.clock.now().subtract({ hours: 24 });
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select i.id from stored_images i
    where i.created_by is null and i.visibility = 'staff' and i.removed_at is null
      and i.created_at > ${since.toString()}::timestamptz and ${which}
      and not exists (select from photos b where b.hub_id = i.hub_id and b.image_id = i.id)
    order by i.created_at desc limit ${mostRead}`);
  const ids = rows.map(({ id }) => id);
  const used = new Set(ids.length > 0 ? await inUse(ctx, ids) : []);
  return ids.filter((id) => !used.has(id));
}

/** How many pictures came without an account within the day that nothing shows yet. */
export async function countStrangersPictures(ctx: Context, inUse: PicturesInUse): Promise<number> {
  return (await waiting(ctx, inUse, sql`true`)).length;
}

/** Whether this one did: its sender may still name it. */
export async function isStrangersPicture(ctx: Context, inUse: PicturesInUse, id: string): Promise<boolean> {
  return (await waiting(ctx, inUse, sql`i.id = ${id}::uuid`)).length > 0;
}
