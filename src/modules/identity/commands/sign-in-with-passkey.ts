import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isAnyone } from '../policy.ts';
import { authenticationOptions, checkAuthentication } from '../security/passkey-ceremony.ts';
import { passkeys } from '../tables.ts';
import { arrival, openSession } from './open-session.ts';
import { keepChallenge, spendChallenge } from './passkey-challenge.ts';
import { site } from './passkey-fields.ts';

/** Gives the browser a challenge to sign; the same for everyone, since no address is asked. */
export const startPasskeySignIn = command({
  name: 'identity.start-passkey-sign-in',
  input: z.object({ site }),
  allow: isAnyone,
  async run(work, input) {
    const options = await authenticationOptions(input.site);
    const browserSecret = newToken();
    await keepChallenge(work, {
      purpose: 'authentication',
      accountId: null,
      browserSecret,
      challenge: options.challenge,
    });
    work.record({ subjectKind: 'passkey', subjectId: null, summary: 'Connexion par clé d’accès commencée' });
    return accept({ options, browserSecret });
  },
});

/** Signs in by the passkey that signed the challenge. */
export const signInWithPasskey = command({
  name: 'identity.sign-in-with-passkey',
  input: z.object({
    site,
    browserSecret: z.string().min(1).max(100),
    response: z.looseObject({ id: z.string().max(2000) }),
    arrival,
  }),
  allow: isAnyone,
  async run(work, input) {
    const given = await spendChallenge(work, 'authentication', input.browserSecret);
    if (!given) return refuse('passkey_refused');
    const [passkey] = await work.db
      .select()
      .from(passkeys)
      .where(eq(passkeys.credentialId, input.response.id))
      .for('update');
    if (!passkey) return refuse('passkey_refused');
    const counter = await checkAuthentication(input.site, given.challenge, input.response as never, passkey);
    if (counter === null) return refuse('passkey_refused');
    await work.db.update(passkeys).set({ counter, lastUsedAt: work.now() }).where(eq(passkeys.id, passkey.id));
    const session = await openSession(work, passkey.accountId, 'passkey', input.arrival);
    work.record({
      subjectKind: 'person',
      subjectId: session.personId,
      summary: `Connexion par la clé d’accès « ${passkey.name} »`,
      details: { device: input.arrival.device },
    });
    return accept(session);
  },
});
