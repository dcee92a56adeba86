import { and, eq, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { contactPersons } from '../tables.ts';

/** Says which person of the hub a contact of a sheet is, unless somebody was said before; for commands of other modules. */
export async function linkContactPerson(work: CommandContext, contactId: string, personId: string): Promise<void> {
  await work.db
    .update(contactPersons)
    .set({ personId })
    .where(and(eq(contactPersons.id, contactId), isNull(contactPersons.personId)));
}
