import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepOwnAccount } from '../policy.ts';
import { passkeys } from '../tables.ts';
import { passkeyName } from './passkey-fields.ts';

/** Renames one of one's own passkeys. */
export const renamePasskey = command({
  name: 'identity.rename-passkey',
  input: z.object({ passkeyId: z.uuid(), name: passkeyName }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const { rowCount } = await work.db
      .update(passkeys)
      .set({ name: input.name })
      .where(own(work.actor?.accountId, input.passkeyId));
    if (rowCount !== 1) return refuse('not_found');
    work.record({
      subjectKind: 'person',
      subjectId: work.actor?.personId ?? null,
      summary: `Clé d’accès renommée « ${input.name} »`,
    });
    return accept(null);
  },
});

/** Removes one of one's own passkeys. The mailed link always remains as a way in. */
export const removePasskey = command({
  name: 'identity.remove-passkey',
  input: z.object({ passkeyId: z.uuid() }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const [removed] = await work.db
      .delete(passkeys)
      .where(own(work.actor?.accountId, input.passkeyId))
      .returning({ name: passkeys.name });
    if (!removed) return refuse('not_found');
    work.record({
      subjectKind: 'person',
      subjectId: work.actor?.personId ?? null,
      summary: `Clé d’accès « ${removed.name} » retirée`,
    });
    return accept(null);
  },
});

const own = (accountId: string | undefined, passkeyId: string) =>
  and(eq(passkeys.accountId, accountId ?? ''), eq(passkeys.id, passkeyId));
