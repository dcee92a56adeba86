import { and, eq, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { normaliseContact } from '../domain/contact-point.ts';
import { displayNameOf } from '../domain/person-name.ts';
import { consentWithdrawn, erasureRequested, personRenamed } from '../facts.ts';
import { consents, contactPoints, erasureRequests, persons } from '../tables.ts';
import { indexPerson } from './index-person.ts';
import { livingPerson } from './living-person.ts';
import { insertContactPoint, preferFirst } from './register-person.ts';

/** What a person corrects of herself: an empty phone or address takes the old one off. */
export interface OwnCorrection {
  givenName: string;
  familyName: string;
  phone: string;
  postal: string;
}

/** Corrects what a person says of herself, once a command made sure it is her. Answers whether she is still there. */
export async function correctOwn(work: CommandContext, personId: string, own: OwnCorrection): Promise<boolean> {
  const person = await livingPerson(work.db, personId);
  const displayName = displayNameOf(own);
  if (!person || displayName === '') return false;
  await work.db
    .update(persons)
    .set({ givenName: own.givenName, familyName: own.familyName, displayName })
    .where(eq(persons.id, personId));
  await replacePoint(work, personId, 'phone', own.phone);
  await replacePoint(work, personId, 'postal', own.postal);
  await indexPerson(work.db, personId);
  work.publish(personRenamed(personId));
  return true;
}

/** Puts a new number or address in the place of the preferred one. */
async function replacePoint(
  work: CommandContext,
  personId: string,
  kind: 'phone' | 'postal',
  value: string,
): Promise<void> {
  const [known] = await work.db
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.personId, personId), eq(contactPoints.kind, kind), eq(contactPoints.preferred, true)));
  if (known && value !== '' && known.normalised === normaliseContact(kind, value)) return;
  if (known) await work.db.delete(contactPoints).where(eq(contactPoints.id, known.id));
  if (value !== '') await insertContactPoint(work, personId, kind, value);
  else await preferFirst(work, personId, kind);
}

/** Withdraws an agreement of this person; for a command that made sure it is her. */
export async function withdrawOwn(work: CommandContext, personId: string, consentId: string): Promise<boolean> {
  const [consent] = await work.db
    .update(consents)
    .set({ withdrawnAt: work.now() })
    .where(and(eq(consents.id, consentId), eq(consents.personId, personId), isNull(consents.withdrawnAt)))
    .returning();
  if (!consent) return false;
  work.publish(consentWithdrawn(personId, consent.purpose));
  return true;
}

/** Notes that a person asks to be erased; staff answers within a month (RGPD, article 12). */
export async function noteErasureRequest(work: CommandContext, personId: string): Promise<void> {
  await work.db
    .insert(erasureRequests)
    .values({ id: work.newId(), personId, requestedAt: work.now() })
    .onConflictDoNothing();
  work.publish(erasureRequested(personId));
}

/** Marks an address as read by this person, unless others are reached at it too. */
export async function verifyAddress(work: CommandContext, personId: string, email: string): Promise<void> {
  const bearers = await work.db
    .select({ id: contactPoints.id, personId: contactPoints.personId })
    .from(contactPoints)
    .where(and(eq(contactPoints.kind, 'email'), eq(contactPoints.normalised, email)));
  const own = bearers.find((point) => point.personId === personId);
  if (own && bearers.length === 1)
    await work.db.update(contactPoints).set({ verifiedAt: work.now() }).where(eq(contactPoints.id, own.id));
}
