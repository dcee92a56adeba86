import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { emailAddress } from '../domain/email-address.ts';
import { localPath } from '../domain/local-path.ts';
import { linkValidity } from '../domain/session-rules.ts';
import { sendSignInLink } from '../jobs/send-sign-in-link.ts';
import { isAnyone } from '../policy.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { signInLinks } from '../tables.ts';

/**
 * Asks for a sign-in link. Known or not, the address costs the same here: a row and a job. Only the job looks whether
 * an account has it. Answers the secret that binds the link to the browser that asked.
 */
export const requestSignInLink = command({
  name: 'identity.request-sign-in-link',
  input: z.object({
    email: emailAddress,
    nextPath: z.string().nullish(),
    origin: z.url(),
    hubName: z.string(),
  }),
  allow: isAnyone,
  async run(work, input) {
    const linkId = work.newId();
    const browserSecret = newToken();
    const now = work.now();
    await work.db.insert(signInLinks).values({
      id: linkId,
      kind: 'requested',
      email: input.email,
      browserHash: hashSecret(browserSecret),
      nextPath: localPath(input.nextPath),
      createdAt: now,
      expiresAt: now.add(linkValidity.requested),
    });
    await work.enqueue(sendSignInLink, { linkId, origin: input.origin, hubName: input.hubName });
    work.record({ subjectKind: 'sign_in_link', subjectId: linkId, summary: 'Lien de connexion demandé' });
    return accept({ browserSecret });
  },
});
