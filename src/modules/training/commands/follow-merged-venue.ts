import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { trainingSessions } from '../tables.ts';

/** Sessions held at a place that was made one with another are held at that one. */
export async function moveSessionsToVenue(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.update(trainingSessions).set({ venueId: keptId }).where(eq(trainingSessions.venueId, mergedId));
}
