import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { contactPersons } from '#modules/directory/tables.ts';

export type DirectoryContact = typeof contactPersons.$inferSelect;

/** Those whom the directory names as someone to ask for in a structure. */
export async function directoryContacts(db: Reader, organizationId: string): Promise<DirectoryContact[]> {
  return db
    .select()
    .from(contactPersons)
    .where(eq(contactPersons.organizationId, organizationId))
    .orderBy(contactPersons.position);
}

/** One of them. */
export async function directoryContact(db: Reader, id: string): Promise<DirectoryContact | null> {
  const [row] = await db.select().from(contactPersons).where(eq(contactPersons.id, id));
  return row ?? null;
}
