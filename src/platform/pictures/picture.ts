import { sql } from 'drizzle-orm';
import type { Reader } from '../db/database.ts';

/** One size and format of a stored picture. */
export interface PictureVariant {
  format: 'avif' | 'webp' | 'jpeg';
  width: number;
  height: number;
  key: string;
}

/** A picture that was uploaded, in all its forms. */
export interface StoredPicture {
  id: string;
  width: number;
  height: number;
  variants: readonly PictureVariant[];
  alternative: string;
  credit: string;
  visibility: 'public' | 'members' | 'staff';
  /** The point that stays in view when the picture is cut, in percent from the top left corner. */
  focalX: number;
  focalY: number;
}

/** What a page needs to show a picture. */
export type ShownPicture = Pick<
  StoredPicture,
  'id' | 'width' | 'height' | 'variants' | 'alternative' | 'credit' | 'focalX' | 'focalY'
>;

/** The picture of this id, unless it was removed or is withheld. */
export async function readPicture(db: Reader, id: string): Promise<StoredPicture | null> {
  const [picture] = await readPictures(db, [id]);
  return picture ?? null;
}

/** The pictures of these ids in no promised order, those removed or withheld (someone on it did not agree) left out. */
export async function readPictures(db: Reader, ids: readonly string[]): Promise<StoredPicture[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<StoredPicture & Record<string, unknown>>(sql`
    select id, width, height, variants, alternative, credit, visibility, focal_x as "focalX", focal_y as "focalY"
    from stored_images where id = any (${`{${ids.join(',')}}`}::uuid[]) and removed_at is null and withheld_at is null`);
  return rows;
}

/** Whether this person sent this picture. */
export async function isPictureOf(db: Reader, id: string, personId: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from stored_images where id = ${id} and created_by = ${personId}`);
  return rows.length > 0;
}

/** Address of the form of a picture nearest above a width, in a format. */
export function pictureHref(id: string, width: number, format: PictureVariant['format']): string {
  return `/images/${id}/${width}.${format}`;
}

/** The variant nearest above the width asked, else the largest, in the format asked. */
export function variantFor(
  picture: Pick<StoredPicture, 'variants'>,
  width: number,
  format: string,
): PictureVariant | null {
  const same = picture.variants.filter((variant) => variant.format === format).sort((a, b) => a.width - b.width);
  return same.find((variant) => variant.width >= width) ?? same.at(-1) ?? null;
}
