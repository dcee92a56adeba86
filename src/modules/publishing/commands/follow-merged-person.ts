import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import {
  changeSuggestions,
  publicationReviews,
  publications,
  publicationSenders,
  publicationVersions,
} from '../tables.ts';

/** What a person wrote or sent follows her when two records of her become one. */
export async function movePublicationsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  for (const table of [publications, publicationSenders, publicationVersions, publicationReviews, changeSuggestions])
    await work.db.update(table).set({ personId: keptId }).where(eq(table.personId, mergedId));
  await work.db.execute(sql`update stored_files set created_by = ${keptId} where created_by = ${mergedId}`);
}
