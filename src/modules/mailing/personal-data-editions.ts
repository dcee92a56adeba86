import { eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { Reader, Transaction } from '#platform/db/database.ts';
import { editionContributions, editionRequests } from './editions/tables.ts';

const oneOf = (column: Parameters<typeof inArray>[0], values: readonly string[]): SQL =>
  values.length > 0 ? inArray(column, [...values]) : sql`false`;

/** What a person wrote for the letter of the actors, and when she was asked: tables edition_requests, edition_contributions. */
export async function editionSections(
  db: Reader,
  personId: string,
  addresses: readonly string[],
): Promise<PersonalDataSection[]> {
  const requests = await db.select().from(editionRequests).where(hers(personId, addresses));
  const written = await db.select().from(editionContributions).where(writtenBy(requests, addresses));
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
export async function eraseFromEditions(
  tx: Transaction,
  personId: string,
  addresses: readonly string[],
): Promise<void> {
  const requests = await tx.select().from(editionRequests).where(hers(personId, addresses));
  await tx
    .update(editionContributions)
    .set({ authorName: '', address: '', requestId: null })
    .where(writtenBy(requests, addresses));
  await tx.delete(editionRequests).where(hers(personId, addresses));
}

function hers(personId: string, addresses: readonly string[]): SQL | undefined {
  return or(eq(editionRequests.personId, personId), oneOf(editionRequests.address, addresses));
}

function writtenBy(requests: readonly { id: string }[], addresses: readonly string[]): SQL | undefined {
  return or(
    oneOf(
      editionContributions.requestId,
      requests.map(({ id }) => id),
    ),
    oneOf(editionContributions.address, addresses),
  );
}
