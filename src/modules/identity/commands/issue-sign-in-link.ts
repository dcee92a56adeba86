import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { linkValidity } from '../domain/session-rules.ts';
import { signInLinkMail } from '../emails/sign-in-link-mail.ts';
import { isAnyone } from '../policy.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { hashCode, newCode } from '../security/secrets.ts';
import { accounts, persons, signInLinks } from '../tables.ts';

/** Gives a request its link and code, and mails them, when an account has the address. Done again, it does nothing. */
export const issueSignInLink = command({
  name: 'identity.issue-sign-in-link',
  input: z.object({ linkId: z.uuid(), origin: z.url(), hubName: z.string() }),
  allow: isAnyone,
  async run(work, input) {
    const [request] = await work.db
      .select()
      .from(signInLinks)
      .where(and(eq(signInLinks.id, input.linkId), eq(signInLinks.kind, 'requested'), isNull(signInLinks.tokenHash)))
      .for('update');
    if (!request?.email || Temporal.Instant.compare(request.expiresAt, work.now()) <= 0)
      return refuse('nothing_to_send');
    const [account] = await work.db
      .select({ id: accounts.id, personId: persons.id, name: persons.displayName })
      .from(accounts)
      .innerJoin(persons, eq(persons.id, accounts.personId))
      .where(eq(accounts.email, request.email));
    if (!account) return refuse('nothing_to_send');

    const [token, code] = [newToken(), newCode()];
    await work.db
      .update(signInLinks)
      .set({
        accountId: account.id,
        tokenHash: hashSecret(token),
        codeHash: hashCode(request.id, code),
        expiresAt: work.now().add(linkValidity.requested),
      })
      .where(eq(signInLinks.id, request.id));
    await sendMail(work, {
      kind: 'identity.sign-in-link',
      to: { address: request.email, name: account.name, personId: account.personId },
      ...signInLinkMail({ name: account.name, hubName: input.hubName, origin: input.origin, token, code }),
    });
    work.record({ subjectKind: 'person', subjectId: account.personId, summary: 'Lien de connexion envoyé' });
    return accept(null);
  },
});
