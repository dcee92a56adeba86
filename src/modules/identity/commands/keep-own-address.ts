import { and, eq, notExists } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { addressChanged } from '../facts.ts';
import { accounts, contactPoints } from '../tables.ts';
import { preferFirst } from './register-person.ts';

const mails = (personId: string) => and(eq(contactPoints.personId, personId), eq(contactPoints.kind, 'email'));
const thisOne = (personId: string, email: string) => and(mails(personId), eq(contactPoints.normalised, email));

/**
 * Makes `to` the address a person is written to, once a command made sure it is her. The one she leaves stays on her
 * sheet, for what she once sent is found by it, but nothing goes there any more. `isProved` when she alone reads the
 * new mailbox. Answers whether the address was hers already.
 */
export async function takeAddress(
  work: CommandContext,
  personId: string,
  { from, to, isProved }: { from: string | null; to: string; isProved: boolean },
): Promise<{ wasKnown: boolean }> {
  const taken = { preferred: true, retiredAt: null, ...(isProved ? { verifiedAt: work.now() } : {}) };
  await work.db.update(contactPoints).set({ preferred: false }).where(mails(personId));
  if (from !== null) await work.db.update(contactPoints).set({ retiredAt: work.now() }).where(thisOne(personId, from));
  const { rowCount } = await work.db.update(contactPoints).set(taken).where(thisOne(personId, to));
  const wasKnown = (rowCount ?? 0) > 0;
  const row = { id: work.newId(), personId, kind: 'email' as const, value: to, normalised: to, createdAt: work.now() };
  if (!wasKnown) await work.db.insert(contactPoints).values({ ...row, ...taken });
  if (from !== null && from !== to) work.publish(addressChanged(personId, from, to));
  return { wasKnown };
}

/** Takes that back: the former address comes first again, the other goes unless she had it before or signs in by it. */
export async function putAddressBack(
  work: CommandContext,
  personId: string,
  { from, to, wasKnown }: { from: string | null; to: string; wasKnown: boolean },
): Promise<void> {
  const signsIn = work.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.personId, personId), eq(accounts.email, to)));
  await work.db.update(contactPoints).set({ preferred: false }).where(mails(personId));
  if (!wasKnown) await work.db.delete(contactPoints).where(and(thisOne(personId, to), notExists(signsIn)));
  if (from !== null)
    await work.db.update(contactPoints).set({ preferred: true, retiredAt: null }).where(thisOne(personId, from));
  await preferFirst(work, personId, 'email');
  if (from !== null) work.publish(addressChanged(personId, to, from));
}
