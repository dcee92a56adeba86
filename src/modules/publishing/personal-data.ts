import { eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { PersonalData } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { publications, publicationSenders, publicationVersions } from './tables.ts';
import { kindNames, statusNames } from './web/texts.ts';

/** The mail addresses of a person, as the identity module knows them. */
export type AddressesOf = (db: Reader, personId: string) => Promise<readonly string[]>;

/** What publishing holds about a person: what she wrote, and what she sent in without an account. */
export function publishingPersonalData(addressesOf: AddressesOf): PersonalData {
  async function ownSendings(db: Reader, personId: string): Promise<SQL | undefined> {
    const addresses = (await addressesOf(db, personId)).map((address) => address.toLowerCase());
    return or(
      eq(publicationSenders.personId, personId),
      addresses.length > 0 ? inArray(publicationSenders.email, addresses) : undefined,
    );
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
        .where(await ownSendings(ctx.db, personId));
      const entries = [
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
      ];
      return entries.length > 0 ? [{ title: 'Contenus du site', entries }] : [];
    },
    async erase(tx, personId) {
      await tx.delete(publicationSenders).where(await ownSendings(tx, personId));
      const kept = await tx
        .update(publications)
        .set({ personId: null, authorName: '' })
        .where(eq(publications.personId, personId))
        .returning({ id: publications.id });
      await tx
        .update(publicationVersions)
        .set({ personId: null, savedBy: 'Personne effacée', fields: sql`jsonb_set(fields, '{authorName}', '""')` })
        .where(eq(publicationVersions.personId, personId));
      return kept.length > 0 ? ['Vos textes publiés restent sur le site, sans votre nom.'] : [];
    },
  };
}
