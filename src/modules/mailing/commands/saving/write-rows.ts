import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { ItemToWrite, MailingToWrite } from '../../domain/mailing-fields.ts';
import { mailingItems, mailings } from '../../tables.ts';

/** Writes a new draft with its informations; gives its id. For the commands of this module. */
export async function addMailing(work: CommandContext, { items, ...fields }: MailingToWrite): Promise<string> {
  const id = work.newId();
  const now = work.now();
  await work.db
    .insert(mailings)
    .values({ ...fields, id, createdBy: work.actor?.name ?? '', createdAt: now, updatedAt: now });
  await writeItems(work, id, items);
  return id;
}

/** Replaces the informations of a mailing, in the order given. */
export async function writeItems(
  work: CommandContext,
  mailingId: string,
  items: readonly ItemToWrite[],
): Promise<void> {
  await work.db.delete(mailingItems).where(eq(mailingItems.mailingId, mailingId));
  if (items.length === 0) return;
  await work.db.insert(mailingItems).values(
    items.map(({ id: itemId, text, by, ...item }, position) => ({
      ...item,
      id: work.newId(),
      mailingId,
      position,
      itemId,
      words: text,
      byName: by,
    })),
  );
}
