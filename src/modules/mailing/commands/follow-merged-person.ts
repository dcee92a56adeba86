import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { editionRequests } from '../editions/tables.ts';
import { mailingReplies } from '../replies/tables.ts';
import { heardItems, mailingDeliveries, newsletterSubscribers } from '../tables.ts';

/** After two persons became one: what the second one receives and heard is the first one's. */
export async function moveMailingsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  for (const table of [newsletterSubscribers, mailingDeliveries, heardItems, editionRequests, mailingReplies])
    await work.db.update(table).set({ personId: keptId }).where(eq(table.personId, mergedId));
}
