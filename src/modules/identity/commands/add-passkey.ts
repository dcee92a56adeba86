import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isFreshProof } from '../domain/session-rules.ts';
import { mayKeepOwnAccount } from '../policy.ts';
import { checkRegistration, registrationOptions } from '../security/passkey-ceremony.ts';
import { passkeys } from '../tables.ts';
import { heldSession } from '../queries/held-session.ts';
import { keepChallenge, spendChallenge } from './passkey-challenge.ts';
import { passkeyName, site } from './passkey-fields.ts';

const token = z.string().min(1).max(100);
const most = 20;

/** Gives the browser what it needs to make a passkey. The session's token binds the answer to this browser. */
export const startPasskey = command({
  name: 'identity.start-passkey',
  input: z.object({ token, site }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.stage !== 'open') return refuse('session_over');
    if (!isFreshProof(session.provedAt, work.now())) return refuse('proof_needed');
    const known = await work.db.select().from(passkeys).where(eq(passkeys.accountId, session.accountId));
    if (known.length >= most) return refuse('too_many_passkeys');
    const options = await registrationOptions(
      input.site,
      { accountId: session.accountId, name: session.email ?? session.personName },
      known,
    );
    await keepChallenge(work, {
      purpose: 'registration',
      accountId: session.accountId,
      browserSecret: input.token,
      challenge: options.challenge,
    });
    work.record({ subjectKind: 'person', subjectId: session.personId, summary: 'Clé d’accès en préparation' });
    return accept({ options });
  },
});

/** Adds the passkey that the browser made. */
export const addPasskey = command({
  name: 'identity.add-passkey',
  input: z.object({ token, site, name: passkeyName, response: z.looseObject({ id: z.string() }) }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.stage !== 'open') return refuse('session_over');
    const given = await spendChallenge(work, 'registration', input.token);
    if (given?.accountId !== session.accountId) return refuse('passkey_refused');
    const made = await checkRegistration(input.site, given.challenge, input.response as never);
    if (!made) return refuse('passkey_refused');
    const { rowCount } = await work.db
      .insert(passkeys)
      .values({ id: work.newId(), accountId: session.accountId, name: input.name, createdAt: work.now(), ...made })
      .onConflictDoNothing();
    if (rowCount !== 1) return refuse('passkey_refused');
    work.record({
      subjectKind: 'person',
      subjectId: session.personId,
      summary: `Clé d’accès « ${input.name} » ajoutée`,
    });
    return accept(null);
  },
});
