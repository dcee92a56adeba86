import { inArray, or, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { Reader, Transaction } from '#platform/db/database.ts';
import { editionContributions, editionRequests } from './editions/tables.ts';

const oneOf = (column: Parameters<typeof inArray>[0], values: readonly string[]): SQL =>
  values.length > 0 ? inArray(column, [...values]) : sql`false`;

/** What a person wrote for the letter of the actors, and when she was asked: tables edition_requests, edition_contributions. */
export async function editionSections(db: Reader, personId: string): Promise<PersonalDataSection[]> {
  const requests = await db.select().from(editionRequests).where(hers(personId));
  const written = await db.select().from(editionContributions).where(writtenBy(requests, personId));
  const entries = [
    ...requests.map((one) => ({ label: 'Question posée', value: one.address, since: one.askedAt })),
    ...written.map((one) => ({
      label: 'Nouvelle envoyée',
      value: [one.title, one.body, one.structureName, one.authorName, one.href].filter(Boolean).join(' ; '),
      since: one.receivedAt,
    })),
  ];
  return entries.length > 0 ? [{ title: 'Lettre des acteurs', entries }] : [];
}

/** Forgets who was asked and who wrote; what her structure told everyone stays, without her name. */
export async function eraseFromEditions(tx: Transaction, personId: string): Promise<void> {
  const requests = await tx.select().from(editionRequests).where(hers(personId));
  await tx
    .update(editionContributions)
    .set({ authorName: '', address: '', requestId: null })
    .where(writtenBy(requests, personId));
  await tx.delete(editionRequests).where(hers(personId));
}

const hers = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${editionRequests.personId}`,
    email: sql`${editionRequests.address}`,
    name: sql`${editionRequests.name}`,
  });

function writtenBy(requests: readonly { id: string }[], personId: string): SQL | undefined {
  const left = ownRows(personId, {
    email: sql`${editionContributions.address}`,
    name: sql`${editionContributions.authorName}`,
  });
  return or(
    oneOf(
      editionContributions.requestId,
      requests.map(({ id }) => id),
    ),
    // What answers a request is hers or not by who was asked.
    sql`(${editionContributions.requestId} is null and ${left})`,
  );
}
