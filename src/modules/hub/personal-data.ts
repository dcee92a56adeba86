import { eq, inArray, or, type SQL } from 'drizzle-orm';
import type { PersonalData } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { contactMessages } from './tables.ts';

/** The mail addresses of a person, as the identity module knows them. */
export type AddressesOf = (db: Reader, personId: string) => Promise<readonly string[]>;

/** What the hub module holds about a person: what she wrote through the contact form, signed in or not. */
export function hubPersonalData(addressesOf: AddressesOf): PersonalData {
  async function ownMessages(db: Reader, personId: string): Promise<SQL | undefined> {
    const addresses = (await addressesOf(db, personId)).map((address) => address.toLowerCase());
    return or(
      eq(contactMessages.personId, personId),
      addresses.length > 0 ? inArray(contactMessages.email, addresses) : undefined,
    );
  }

  return {
    async export(ctx, personId) {
      const messages = await ctx.db
        .select()
        .from(contactMessages)
        .where(await ownMessages(ctx.db, personId))
        .orderBy(contactMessages.receivedAt);
      if (messages.length === 0) return [];
      const entries = messages.flatMap((message) => [
        {
          label: 'Message envoyé au pôle',
          value: message.message,
          since: message.receivedAt,
          source: 'formulaire de contact',
        },
        {
          label: 'Nom et moyen de vous joindre laissés',
          value: [message.name, message.email, message.phone].filter(Boolean).join(', '),
          since: message.receivedAt,
        },
        ...(message.answer && message.answeredAt
          ? [{ label: 'Réponse du pôle', value: message.answer, since: message.answeredAt }]
          : []),
      ]);
      return [{ title: 'Messages', entries }];
    },
    async erase(tx, personId) {
      await tx.delete(contactMessages).where(await ownMessages(tx, personId));
      return [];
    },
  };
}
