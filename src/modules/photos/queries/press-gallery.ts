import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { ShownPicture } from '#platform/pictures/picture.ts';
import { wordsCondition } from './words-condition.ts';

export const galleryPage = 24;

/** A photo offered to the press. */
export type GalleryPhoto = ShownPicture & {
  occasion: string;
  place: string;
  takenOn: string | null;
  rightsNote: string;
} & Record<string, unknown>;

const columns = sql`i.id, i.width, i.height, i.variants, i.alternative, i.credit, i.focal_x as "focalX", i.focal_y as "focalY",
  p.occasion, p.place, p.taken_on::text as "takenOn", p.rights_note as "rightsNote"`;

/** Seen by everyone, agreed to, credited, and said free for the press. Nobody said of it « à préciser ». */
const offered = sql`p.is_for_press and p.trashed_at is null and p.people <> 'unsaid' and i.removed_at is null
  and i.withheld_at is null and i.visibility = 'public' and i.credit <> ''`;

/** One page of the photos that everyone may take, the latest first. */
export async function pressGallery(
  ctx: Context,
  words: string,
  page: number,
): Promise<{ photos: GalleryPhoto[]; count: number }> {
  const condition: SQL = sql`${offered} and ${wordsCondition(words)}`;
  const { rows } = await ctx.db.execute<
    GalleryPhoto & { total: number }
  >(sql`select ${columns}, count(*) over ()::int as total
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where ${condition} order by coalesce(p.taken_on, i.created_at::date) desc, p.image_id desc
    limit ${galleryPage} offset ${(page - 1) * galleryPage}`);
  return { photos: rows, count: rows[0]?.total ?? 0 };
}

/** One of them, or null. */
export async function galleryPhoto(ctx: Context, id: string): Promise<GalleryPhoto | null> {
  const { rows } = await ctx.db.execute<GalleryPhoto>(sql`select ${columns}
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id where ${offered} and i.id = ${id}`);
  return rows[0] ?? null;
}
