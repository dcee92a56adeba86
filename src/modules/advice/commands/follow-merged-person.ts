import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { adviceContacts, adviceMessages, adviceRequests } from '../tables.ts';

/** After two persons became one: what was the second one's is the first one's. */
export async function moveRequestsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  const { db } = work;
  await db.update(adviceRequests).set({ personId: keptId }).where(eq(adviceRequests.personId, mergedId));
  await db.update(adviceRequests).set({ assignedToId: keptId }).where(eq(adviceRequests.assignedToId, mergedId));
  await db.update(adviceRequests).set({ typedById: keptId }).where(eq(adviceRequests.typedById, mergedId));
  await db.update(adviceMessages).set({ authorId: keptId }).where(eq(adviceMessages.authorId, mergedId));
  await db.update(adviceContacts).set({ personId: keptId }).where(eq(adviceContacts.personId, mergedId));
}
