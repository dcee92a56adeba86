import { and, eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { knownPerson, peopleAtAddress, takeAddress } from '#modules/identity/index.ts';
import { addressLeftMail } from '../../emails/own-address-mails.ts';
import { paths } from '../../paths.ts';
import { ownAddressChanges } from '../../tables.ts';

type AddressChange = typeof ownAddressChanges.$inferSelect;

/** Whoever else is reached at the address of a change. */
export async function othersAt(work: CommandContext, change: Pick<AddressChange, 'personId' | 'newEmail'>) {
  const people = await peopleAtAddress(work.db, change.newEmail);
  return people.filter(({ personId }) => personId !== change.personId);
}

/** Writes to her there from now on; the former mailbox is told, with a way back for two weeks. */
export async function applyChange(
  work: CommandContext,
  { id, personId, newEmail }: AddressChange,
  { isProved, about }: { isProved: boolean; about: { origin: string; hubName: string } | null },
): Promise<void> {
  const person = await knownPerson(work.db, personId);
  const oldEmail = person?.email ?? null;
  const { wasKnown } = await takeAddress(work, personId, { from: oldEmail, to: newEmail, isProved });
  const secret = newToken();
  await work.db
    .update(ownAddressChanges)
    .set({
      state: 'taken',
      oldEmail,
      wasKnown,
      undoHash: hashSecret(secret),
      settledAt: work.now(),
      expiresAt: work.now().add({ hours: 24 * 14 }),
    })
    .where(eq(ownAddressChanges.id, id));
  if (!person || !about || oldEmail === null || oldEmail === newEmail) return;
  await sendMail(work, {
    kind: 'people.address-left',
    to: { address: oldEmail, name: person.name, personId },
    ...addressLeftMail({
      name: person.name,
      hubName: about.hubName,
      href: about.origin + paths.addressLeft(secret),
    }),
  });
}

/** After two people became one: an address that only the other bore needs nobody's word any more. */
export async function settleSharedOf(work: CommandContext, personId: string): Promise<void> {
  const shared = await work.db
    .select()
    .from(ownAddressChanges)
    .where(and(eq(ownAddressChanges.personId, personId), eq(ownAddressChanges.state, 'shared')));
  for (const change of shared)
    if ((await othersAt(work, change)).length === 0) await applyChange(work, change, { isProved: true, about: null });
}
