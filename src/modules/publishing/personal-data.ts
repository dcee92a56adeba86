import { eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { PersonalData } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import {
  changeSuggestions,
  publicationReviews,
  publications,
  publicationFollowLinks,
  publicationSenders,
  publicationVersions,
} from './tables.ts';
import { forgetProjectContacts, projectContacts } from './personal-data-contacts.ts';
import { kindNames, statusNames } from './web/texts.ts';

/** The mail addresses of a person, as the identity module knows them. */
export type AddressesOf = (db: Reader, personId: string) => Promise<readonly string[]>;

/** What publishing holds about a person: what she wrote, read again, and sent in without an account. */
export function publishingPersonalData(addressesOf: AddressesOf): PersonalData {
  async function ownIn(
    table: typeof publicationSenders | typeof changeSuggestions,
    db: Reader,
    personId: string,
  ): Promise<SQL | undefined> {
    const addresses = (await addressesOf(db, personId)).map((address) => address.toLowerCase());
    return or(eq(table.personId, personId), addresses.length > 0 ? inArray(table.email, addresses) : undefined);
  }

  return {
    async export(ctx, personId) {
      const written = await ctx.db
        .select()
        .from(publications)
        .where(eq(publications.personId, personId))
        .orderBy(publications.createdAt);
      const sent = await ctx.db
        .select({
          name: publicationSenders.name,
          email: publicationSenders.email,
          at: publicationSenders.sentAt,
          title: publications.title,
        })
        .from(publicationSenders)
        .innerJoin(publications, eq(publications.id, publicationSenders.publicationId))
        .where(await ownIn(publicationSenders, ctx.db, personId));
      const suggested = await ctx.db
        .select({
          name: changeSuggestions.name,
          email: changeSuggestions.email,
          message: changeSuggestions.message,
          at: changeSuggestions.createdAt,
          title: publications.title,
        })
        .from(changeSuggestions)
        .innerJoin(publications, eq(publications.id, changeSuggestions.publicationId))
        .where(await ownIn(changeSuggestions, ctx.db, personId))
        .orderBy(changeSuggestions.createdAt);
      const reviewed = await ctx.db
        .select({ at: publicationReviews.reviewedAt, title: publications.title })
        .from(publicationReviews)
        .innerJoin(publications, eq(publications.id, publicationReviews.publicationId))
        .where(eq(publicationReviews.personId, personId))
        .orderBy(publicationReviews.reviewedAt);
      const contacts = await projectContacts(ctx.db, await addressesOf(ctx.db, personId));
      const entries = [
        ...contacts.map(({ title, name, email, phone }) => ({
          label: 'Contact d’un projet, jamais montré',
          value: [title, name, email, phone].filter(Boolean).join(', '),
        })),
        ...written.map(({ kind, status, title, createdAt }) => ({
          label: `Écrit (${kindNames[kind].one}, ${statusNames[status].toLowerCase()})`,
          value: title,
          since: createdAt,
        })),
        ...sent.map(({ name, email, at, title }) => ({
          label: 'Proposé sans compte',
          value: `${title} (${name}, ${email})`,
          since: at,
          source: 'formulaire de proposition',
        })),
        ...suggested.map(({ name, email, message, at, title }) => ({
          label: `Correction proposée sur « ${title} »`,
          value: [message, [name, email].filter(Boolean).join(', ')].filter(Boolean).join(' — '),
          since: at,
          source: 'formulaire de correction',
        })),
        ...reviewed.map(({ at, title }) => ({ label: 'Relu, toujours juste', value: title, since: at })),
      ];
      return entries.length > 0 ? [{ title: 'Publications du site', entries }] : [];
    },
    async erase(tx, personId) {
      const sent = await tx
        .delete(publicationSenders)
        .where(await ownIn(publicationSenders, tx, personId))
        .returning({ id: publicationSenders.publicationId });
      // Whoever still holds a link she was mailed learns nothing more by it.
      await tx.delete(publicationFollowLinks).where(
        inArray(
          publicationFollowLinks.publicationId,
          sent.map(({ id }) => id),
        ),
      );
      await tx
        .update(changeSuggestions)
        .set({ personId: null, name: '', email: '', isCredited: false, acceptsCredit: false })
        .where(await ownIn(changeSuggestions, tx, personId));
      await tx
        .update(publicationReviews)
        .set({ personId: null, reviewedBy: 'Personne effacée' })
        .where(eq(publicationReviews.personId, personId));
      await forgetProjectContacts(tx, await addressesOf(tx, personId));
      await tx.execute(sql`update stored_files set created_by = null where created_by = ${personId}`);
      const kept = await tx
        .update(publications)
        .set({
          personId: null,
          authorName: '',
          pending: sql`case when pending is not null then jsonb_set(pending, '{authorName}', '""') end`,
        })
        .where(eq(publications.personId, personId))
        .returning({ id: publications.id });
      const ids = kept.map(({ id }) => id);
      // Whoever saved them, the versions of her texts say her name.
      await tx
        .update(publicationVersions)
        .set({ fields: sql`jsonb_set(fields, '{authorName}', '""')` })
        .where(or(eq(publicationVersions.personId, personId), inArray(publicationVersions.publicationId, ids)));
      await tx
        .update(publicationVersions)
        .set({ personId: null, savedBy: 'Personne effacée' })
        .where(eq(publicationVersions.personId, personId));
      return kept.length > 0 ? ['Vos textes publiés restent sur le site, sans votre nom.'] : [];
    },
  };
}
