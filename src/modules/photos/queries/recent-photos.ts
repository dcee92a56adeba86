import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { isId } from '#platform/ids/ids.ts';
import { pictureHref } from '#platform/pictures/picture.ts';
import { officeThumbnailPath } from '../paths.ts';
import { mayKeepPhotos, maySendPhotos } from '../policy.ts';
import { wordsCondition } from './words-condition.ts';

/** A photo that a picture field proposes. */
export interface RecentPhoto {
  readonly id: string;
  readonly alternative: string;
  readonly isDecorative: boolean;
  readonly credit: string;
  /** How to call it: its alternative, else its occasion, else its file. */
  readonly label: string;
  readonly thumbnail: string;
  /** Hidden until everyone on it agrees. */
  readonly isWithheld: boolean;
}

export interface WantedPhotos {
  /** Words of a search; the latest without any. */
  words?: string | undefined;
  /** Always among them, first: what is already chosen. */
  chosenIds?: readonly (string | null)[];
}

const most = 12;

interface Row extends Record<string, unknown> {
  id: string;
  alternative: string;
  isDecorative: boolean;
  credit: string;
  occasion: string;
  fileName: string;
  isWithheld: boolean;
}

/**
 * The photos of the bank that the actor may put on a page: all for those who keep it, her own for another sender. Those
 * chosen come first, whatever the words.
 */
export async function recentPhotos(
  ctx: Context,
  { words = '', chosenIds = [] }: WantedPhotos = {},
): Promise<RecentPhoto[]> {
  if (!maySendPhotos(ctx.actor)) return [];
  const keeps = mayKeepPhotos(ctx.actor);
  const chosen = `{${chosenIds.filter((id) => id !== null && isId(id)).join(',')}}`;
  const isMine = keeps ? sql`true` : sql`i.created_by = ${ctx.actor?.personId ?? null}`;
  const { rows } = await ctx.db.execute<Row>(sql`
    select p.image_id as id, i.alternative, p.is_decorative as "isDecorative", i.credit, p.occasion,
      p.file_name as "fileName", i.withheld_at is not null as "isWithheld"
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where p.trashed_at is null and i.removed_at is null
      and ((p.image_id = any (${chosen}::uuid[]) and (${keeps} or i.created_by = ${ctx.actor?.personId ?? null}
        or (i.visibility = 'public' and i.withheld_at is null))) or (${isMine} and ${wordsCondition(words)}))
    order by p.image_id = any (${chosen}::uuid[]) desc, p.image_id desc limit ${most}`);
  return rows.map(({ occasion, fileName, ...photo }) => ({
    ...photo,
    label: photo.alternative || occasion || fileName || 'Photo sans description',
    thumbnail: keeps ? officeThumbnailPath(photo.id) : pictureHref(photo.id, 320, 'webp'),
  }));
}
