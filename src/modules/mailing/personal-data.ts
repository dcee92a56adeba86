import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { mailAddresses } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { deliveryNames } from './domain/delivery-states.ts';
import { rhythmNames } from './domain/rhythms.ts';
import { suppressionNames } from './domain/suppressions.ts';
import { subjectNames } from './domain/subject-names.ts';
import { editionSections, eraseFromEditions } from './personal-data-editions.ts';
import { eraseReplies, replyEntries } from './personal-data-replies.ts';
import {
  heardItems,
  mailBounces,
  mailingDeliveries,
  mailings,
  mailSuppressions,
  newsletterSubscribers,
  subscriptionConsents,
} from './tables.ts';

async function addressesOf(db: Reader, personId: string): Promise<string[]> {
  return (await mailAddresses(db, personId)).map((address) => address.toLowerCase());
}

const oneOf = (column: Parameters<typeof inArray>[0], values: readonly string[]): SQL =>
  values.length > 0 ? inArray(column, [...values]) : sql`false`;

/** What is hers, and what came to her address without a name: of a mailbox that two share, the other’s stays the other’s. */
const ofHers = (
  table: typeof newsletterSubscribers | typeof mailingDeliveries | typeof heardItems,
  personId: string,
  addresses: readonly string[],
): SQL | undefined => or(eq(table.personId, personId), and(isNull(table.personId), oneOf(table.address, addresses)));

/** What is held of those who receive mailings. */
export const mailingPersonalData: PersonalData = {
  async export(ctx, personId) {
    const addresses = await addressesOf(ctx.db, personId);
    const subscriptions = await ctx.db
      .select()
      .from(newsletterSubscribers)
      .where(ofHers(newsletterSubscribers, personId, addresses));
    const ids = subscriptions.map((subscriber) => subscriber.id);
    const consents = await ctx.db
      .select()
      .from(subscriptionConsents)
      .where(oneOf(subscriptionConsents.subscriberId, ids))
      .orderBy(asc(subscriptionConsents.at));
    const received = await ctx.db
      .select({
        title: mailings.title,
        address: mailingDeliveries.address,
        state: mailingDeliveries.state,
        at: mailingDeliveries.claimedAt,
      })
      .from(mailingDeliveries)
      .innerJoin(
        mailings,
        and(eq(mailings.hubId, mailingDeliveries.hubId), eq(mailings.id, mailingDeliveries.mailingId)),
      )
      .where(ofHers(mailingDeliveries, personId, addresses))
      .orderBy(asc(mailingDeliveries.id));
    const stopped = await ctx.db.select().from(mailSuppressions).where(oneOf(mailSuppressions.address, addresses));
    const returned = await ctx.db.select().from(mailBounces).where(oneOf(mailBounces.address, addresses));
    const entries = [
      ...subscriptions.map((one) => ({
        label: `Abonnement de ${one.address}`,
        value: [
          one.name,
          one.subjects.map((subject) => subjectNames[subject]).join(', '),
          rhythmNames[one.rhythm],
          one.endedAt ? 'terminé' : one.confirmedAt ? 'confirmé' : 'non confirmé',
          one.wording,
        ]
          .filter(Boolean)
          .join(' ; '),
        since: one.askedAt,
        source: one.source,
      })),
      ...consents.map((one) => ({
        label: 'Choix des messages reçus',
        value: [one.subjects.map((subject) => subjectNames[subject]).join(', '), one.wording, one.proof]
          .filter(Boolean)
          .join(' ; '),
        since: one.at,
        source: one.source,
      })),
      ...received.map((one) => ({
        label: 'Message du pôle',
        value: `${one.title} (${one.address}) : ${deliveryNames[one.state].toLowerCase()}`,
        ...(one.at ? { since: one.at } : {}),
      })),
      ...(await replyEntries(ctx.db, personId)),
      ...stopped.map((one) => ({
        label: 'Plus aucun message',
        value: [one.address, suppressionNames[one.reason], one.note].filter(Boolean).join(' ; '),
        since: one.since,
      })),
      ...returned.map((one) => ({
        label: 'Message revenu',
        value: [one.address, one.code].filter(Boolean).join(' ; '),
        since: one.at,
      })),
    ];
    return [
      ...(entries.length > 0 ? [{ title: 'Messages à plusieurs', entries }] : []),
      ...(await editionSections(ctx.db, personId)),
    ];
  },
  async erase(tx, personId) {
    const addresses = await addressesOf(tx, personId);
    const hers = await tx
      .select({ address: newsletterSubscribers.address })
      .from(newsletterSubscribers)
      .where(eq(newsletterSubscribers.personId, personId));
    const all = [...new Set([...addresses, ...hers.map((one) => one.address)])];
    await eraseFromEditions(tx, personId);
    await eraseReplies(tx, personId);
    await tx.delete(heardItems).where(ofHers(heardItems, personId, all));
    await tx.delete(mailBounces).where(oneOf(mailBounces.address, all));
    await tx.delete(mailingDeliveries).where(ofHers(mailingDeliveries, personId, all));
    await tx.delete(newsletterSubscribers).where(ofHers(newsletterSubscribers, personId, all));
    const kept = await tx
      .update(mailSuppressions)
      .set({ address: null, note: '' })
      .where(oneOf(mailSuppressions.address, all))
      .returning({ print: mailSuppressions.print });
    return kept.length === 0
      ? []
      : [
          'Une empreinte de l’adresse, illisible, pour ne plus jamais lui écrire : c’est ce qui fait respecter son refus (RGPD, art. 21).',
        ];
  },
};
