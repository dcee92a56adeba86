import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
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

const oneOf = (column: Parameters<typeof inArray>[0], values: readonly string[]): SQL =>
  values.length > 0 ? inArray(column, [...values]) : sql`false`;

/** An address she subscribed with, that nobody else bears: she need not have proved it. */
const subscribed = (address: SQL, personId: string): SQL => sql`${address} in (select s.address
  from newsletter_subscribers s where s.person_id = ${personId}::uuid and not exists (select from contact_points other
    where other.kind = 'email' and other.normalised = s.address and other.person_id <> ${personId}::uuid))`;

/** What is hers, and what came to her address without a person: of a mailbox that two share, the other’s stays the other’s. */
function ofHers(
  table: typeof newsletterSubscribers | typeof mailingDeliveries | typeof heardItems,
  personId: string,
): SQL | undefined {
  const columns = { personId: sql`${table.personId}`, email: sql`${table.address}` };
  return or(
    ownRows(personId, 'name' in table ? { ...columns, name: sql`${table.name}` } : columns),
    and(isNull(table.personId), subscribed(columns.email, personId)),
  );
}

/** What is kept of a mailbox as such: hers as long as nobody else has it. */
const ofMailbox = (table: typeof mailSuppressions | typeof mailBounces, personId: string): SQL | undefined =>
  or(ownRows(personId, { email: sql`${table.address}` }), subscribed(sql`${table.address}`, personId));

/** What is held of those who receive mailings. */
export const mailingPersonalData: PersonalData = {
  async export(ctx, personId) {
    const subscriptions = await ctx.db
      .select()
      .from(newsletterSubscribers)
      .where(ofHers(newsletterSubscribers, personId));
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
      .where(ofHers(mailingDeliveries, personId))
      .orderBy(asc(mailingDeliveries.id));
    const stopped = await ctx.db.select().from(mailSuppressions).where(ofMailbox(mailSuppressions, personId));
    const returned = await ctx.db.select().from(mailBounces).where(ofMailbox(mailBounces, personId));
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
    await eraseFromEditions(tx, personId);
    await eraseReplies(tx, personId);
    await tx.delete(heardItems).where(ofHers(heardItems, personId));
    await tx.delete(mailBounces).where(ofMailbox(mailBounces, personId));
    await tx.delete(mailingDeliveries).where(ofHers(mailingDeliveries, personId));
    const kept = await tx
      .update(mailSuppressions)
      .set({ address: null, note: '' })
      .where(ofMailbox(mailSuppressions, personId))
      .returning({ print: mailSuppressions.print });
    // Last: they tell which addresses were hers.
    await tx.delete(newsletterSubscribers).where(ofHers(newsletterSubscribers, personId));
    return kept.length === 0
      ? []
      : [
          'Une empreinte de l’adresse, illisible, pour ne plus jamais lui écrire : c’est ce qui fait respecter son refus (RGPD, art. 21).',
        ];
  },
};
