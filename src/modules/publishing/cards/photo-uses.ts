import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { PhotoUse } from '#platform/contributions/module.ts';
import { capitalised } from '#platform/french/index.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { officePaths } from '../paths.ts';
import { kindNames } from '../web/texts.ts';

/** What shows these pictures: as its own picture, in a block, or in changes that wait to be published. */
export async function publishingPhotoUses(ctx: Context, imageIds: readonly string[]): Promise<PhotoUse[]> {
  if (imageIds.length === 0) return [];
  const { rows } = await ctx.db.execute<{
    imageId: string;
    id: string;
    kind: PublicationKind;
    title: string;
    isPublic: boolean;
  }>(sql`
    select wanted.id as "imageId", p.id, p.kind, p.title, p.status = 'published' and p.trashed_at is null as "isPublic"
    from unnest(${`{${imageIds.join(',')}}`}::uuid[]) as wanted (id)
    join publications p on p.image_id = wanted.id
      or position(wanted.id::text in p.content::text) > 0 or position(wanted.id::text in p.pending::text) > 0
    order by p.title`);
  return rows.map(({ imageId, id, kind, title, isPublic }) => ({
    imageId,
    label: `${capitalised(kindNames[kind].one)} « ${title} »`,
    href: officePaths.edit(id),
    isPublic,
  }));
}
