import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { imagesOf, type PublicationFields } from '../../content/publication-fields.ts';

/**
 * Opens to everyone the pictures of something that becomes public: one sent with a proposal is seen by the team alone
 * until then. Those that wait for someone's agreement stay withheld.
 */
export async function showPictures(work: CommandContext, fields: PublicationFields): Promise<void> {
  const ids = imagesOf(fields);
  if (ids.length === 0) return;
  await work.db.execute(sql`update stored_images set visibility = 'public'
    where id = any (${`{${ids.join(',')}}`}::uuid[]) and visibility <> 'public'`);
}
