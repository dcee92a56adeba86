import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { emailAddress } from '../domain/email-address.ts';
import { isFreshProof, linkValidity } from '../domain/session-rules.ts';
import { accountChangeMail } from '../emails/account-change-mail.ts';
import { addressChangeMail } from '../emails/address-change-mail.ts';
import { isAnyone, mayKeepOwnAccount } from '../policy.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { accounts, addressChanges, persons, signInLinks } from '../tables.ts';
import { heldSession } from '../queries/held-session.ts';
import { takeAddress } from './keep-own-address.ts';

/**
 * Asks for another sign-in address: a link goes to the new one. Nothing says whether another account has it; that is
 * looked at when the link is used, by someone who reads that mailbox.
 */
export const askAddressChange = command({
  name: 'identity.ask-address-change',
  input: z.object({ token: z.string().min(1).max(100), email: emailAddress, origin: z.url(), hubName: z.string() }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.stage !== 'open') return refuse('session_over');
    if (!isFreshProof(session.provedAt, work.now())) return refuse('proof_needed');
    if (session.email === input.email)
      return refuse('same_address', { fields: { email: 'C’est déjà votre adresse.' } });
    const token = newToken();
    await work.db.delete(addressChanges).where(eq(addressChanges.accountId, session.accountId));
    await work.db.insert(addressChanges).values({
      id: work.newId(),
      accountId: session.accountId,
      newEmail: input.email,
      tokenHash: hashSecret(token),
      createdAt: work.now(),
      expiresAt: work.now().add(linkValidity.addressChange),
    });
    await sendMail(work, {
      kind: 'identity.address-change',
      to: { address: input.email, name: session.personName, personId: session.personId },
      ...addressChangeMail({ name: session.personName, hubName: input.hubName, origin: input.origin, token }),
    });
    work.record({
      subjectKind: 'person',
      subjectId: session.personId,
      summary: 'Changement d’adresse de connexion demandé',
    });
    return accept(null);
  },
});

/** Takes the new address, from the link sent to it; the old one is told. */
export const confirmAddressChange = command({
  name: 'identity.confirm-address-change',
  input: z.object({ token: z.string().min(1).max(100), origin: z.url(), hubName: z.string() }),
  allow: isAnyone,
  async run(work, input) {
    const [change] = await work.db
      .update(addressChanges)
      .set({ usedAt: work.now() })
      .where(
        and(
          eq(addressChanges.tokenHash, hashSecret(input.token)),
          isNull(addressChanges.usedAt),
          gt(addressChanges.expiresAt, work.now()),
        ),
      )
      .returning();
    if (!change) return refuse('link_over');
    const [taken] = await work.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.email, change.newEmail), ne(accounts.id, change.accountId)));
    if (taken) return refuse('address_taken');
    const [account] = await work.db
      .select({ email: accounts.email, personId: persons.id, name: persons.displayName })
      .from(accounts)
      .innerJoin(persons, eq(persons.id, accounts.personId))
      .where(eq(accounts.id, change.accountId));
    if (!account) return refuse('link_over');
    await work.db.update(accounts).set({ email: change.newEmail }).where(eq(accounts.id, change.accountId));
    await work.db.delete(signInLinks).where(eq(signInLinks.accountId, change.accountId));
    await takeAddress(work, account.personId, { from: account.email, to: change.newEmail, isProved: true });
    if (account.email) {
      await sendMail(work, {
        kind: 'identity.account-changed',
        to: { address: account.email, name: account.name, personId: account.personId },
        ...accountChangeMail({ what: 'address', name: account.name, hubName: input.hubName, origin: input.origin }),
      });
    }
    work.record({ subjectKind: 'person', subjectId: account.personId, summary: 'Adresse de connexion changée' });
    return accept(null);
  },
});
