import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { filesOf, imagesOf, type PublicationFields } from '../../content/publication-fields.ts';

/**
 * Closes what nothing public shows any more: documents, and the pictures that a stranger sent. Photos of the bank keep
 * the readers that the team gave them.
 */
export async function hideLeftovers(work: CommandContext, former: PublicationFields): Promise<void> {
  const files = filesOf(former);
  if (files.length > 0)
    await work.db.execute(sql`update stored_files f set visibility = 'staff'
      where f.id = any (${uuids(files)}) and f.visibility <> 'staff'
        and not exists (select from publications p where p.hub_id = f.hub_id and p.status = 'published'
          and p.trashed_at is null and position(f.id::text in p.content::text || p.body) > 0)`);
  const pictures = imagesOf(former);
  if (pictures.length > 0)
    await work.db.execute(sql`update stored_images i set visibility = 'staff'
      where i.id = any (${uuids(pictures)}) and i.visibility <> 'staff' and i.created_by is null
        and not exists (select from photos b where b.hub_id = i.hub_id and b.image_id = i.id)
        and not exists (select from publications p where p.hub_id = i.hub_id and p.status = 'published'
          and p.trashed_at is null and (p.image_id = i.id or position(i.id::text in p.content::text) > 0))`);
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;
