import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { accept, refuse, unwrap } from '#platform/outcome/outcome.ts';
import { linkValidity } from '../domain/session-rules.ts';
import { preferredAddress } from '../queries/preferred-address.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { signInLinks } from '../tables.ts';
import { paths } from '../paths.ts';
import { livingPerson } from './living-person.ts';
import { openAccount } from './open-account.ts';

/**
 * A link that signs a person in once within 24 hours, without mail: for the console that starts the site, and tests.
 * Answers the path to open. Only the program itself may make one: the context must have no actor.
 */
export async function createFirstSignInLink(ctx: Context, personId: string): Promise<string> {
  return unwrap(await execute(ctx, makeFirstLink, { personId })).path;
}

const makeFirstLink = command({
  name: 'identity.create-first-sign-in-link',
  input: z.object({ personId: z.uuid() }),
  allow: (actor) => actor === null,
  async run(work, input) {
    const person = await livingPerson(work.db, input.personId);
    if (!person) return refuse('not_found');
    const account = await openAccount(work, person.id, await preferredAddress(work.db, person.id));
    if (account === 'address_taken') return refuse('address_taken');
    const token = newToken();
    await work.db.insert(signInLinks).values({
      id: work.newId(),
      kind: 'first',
      accountId: account.accountId,
      tokenHash: hashSecret(token),
      createdAt: work.now(),
      expiresAt: work.now().add(linkValidity.first),
    });
    work.record({
      subjectKind: 'person',
      subjectId: person.id,
      summary: `Lien de première connexion créé pour ${person.displayName}`,
    });
    return accept({ path: paths.signInLink(token) });
  },
});
