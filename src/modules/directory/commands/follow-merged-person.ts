import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { contactPersons } from '../tables.ts';

/** After two persons became one: the sheets that named the second one name the first one. */
export async function moveContactsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.update(contactPersons).set({ personId: keptId }).where(eq(contactPersons.personId, mergedId));
}
