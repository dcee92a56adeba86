import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { publications, publicationSenders, publicationVersions } from '../tables.ts';

/** What a person wrote or sent follows her when two records of her become one. */
export async function movePublicationsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  for (const table of [publications, publicationSenders, publicationVersions])
    await work.db.update(table).set({ personId: keptId }).where(eq(table.personId, mergedId));
}
