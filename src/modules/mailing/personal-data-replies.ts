import { sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { Reader, Transaction } from '#platform/db/database.ts';
import { mailingReplies } from './replies/tables.ts';

/** What a person answered to mailings: table mailing_replies. */
export async function replyEntries(db: Reader, personId: string): Promise<PersonalDataSection['entries']> {
  const replies = await db.select().from(mailingReplies).where(hers(personId));
  return replies.map((one) => ({
    label: 'Réponse à un message du pôle',
    value: [one.address, one.title, one.body].filter(Boolean).join(' ; '),
    since: one.receivedAt,
  }));
}

/** Forgets them. */
export async function eraseReplies(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(mailingReplies).where(hers(personId));
}

const hers = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${mailingReplies.personId}`,
    email: sql`${mailingReplies.address}`,
    name: sql`${mailingReplies.name}`,
  });
