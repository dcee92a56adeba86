import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { filesOf, type PublicationFields } from '../../content/publication-fields.ts';

/** Opens to everyone the documents of something that becomes public: until then the team alone reads them. */
export async function showFiles(work: CommandContext, fields: PublicationFields): Promise<void> {
  const ids = filesOf(fields);
  if (ids.length === 0) return;
  await work.db.execute(sql`update stored_files set visibility = 'public'
    where id = any (${`{${ids.join(',')}}`}::uuid[]) and visibility <> 'public'`);
}
