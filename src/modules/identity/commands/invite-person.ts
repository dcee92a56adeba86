import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { linkValidity } from '../domain/session-rules.ts';
import { invitationMail } from '../emails/invitation-mail.ts';
import { mayKeepPeople } from '../policy.ts';
import { preferredAddress } from '../queries/preferred-address.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { signInLinks } from '../tables.ts';
import { livingPerson } from './living-person.ts';
import { openAccount } from './open-account.ts';

/** Opens an account for a person who has an address, and mails her a first link. A new invitation voids the one before. */
export const invitePerson = command({
  name: 'identity.invite-person',
  input: z.object({ personId: z.uuid(), origin: z.url(), hubName: z.string() }),
  allow: mayKeepPeople,
  async run(work, input) {
    const person = await livingPerson(work.db, input.personId);
    if (!person) return refuse('not_found');
    const address = await preferredAddress(work.db, person.id);
    if (!address) return refuse('no_address');
    const account = await openAccount(work, person.id, address);
    if (account === 'address_taken') return refuse('address_taken');
    if (!account.email) return refuse('no_address');
    await work.db
      .delete(signInLinks)
      .where(
        and(
          eq(signInLinks.accountId, account.accountId),
          eq(signInLinks.kind, 'invitation'),
          isNull(signInLinks.usedAt),
        ),
      );
    const token = newToken();
    await work.db.insert(signInLinks).values({
      id: work.newId(),
      kind: 'invitation',
      email: account.email,
      accountId: account.accountId,
      tokenHash: hashSecret(token),
      createdAt: work.now(),
      expiresAt: work.now().add(linkValidity.invitation),
    });
    await sendMail(work, {
      kind: 'identity.invitation',
      to: { address: account.email, name: person.displayName, personId: person.id },
      ...invitationMail({
        name: person.displayName,
        hubName: input.hubName,
        origin: input.origin,
        token,
        by: work.actor?.name ?? input.hubName,
      }),
    });
    work.record({ subjectKind: 'person', subjectId: person.id, summary: `Invitation envoyée à ${person.displayName}` });
    return accept(null);
  },
});
