import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { contactMessages } from '../tables.ts';

/** After two persons became one: what was the second one's is the first one's. */
export async function moveMessagesTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.update(contactMessages).set({ personId: keptId }).where(eq(contactMessages.personId, mergedId));
}
