import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { Actor, CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isAnyone, mayKeepPeople } from '../policy.ts';
import { accounts, sessions } from '../tables.ts';
import { heldSession } from '../queries/held-session.ts';

const token = z.string().min(1).max(100);
const isSignedIn = (actor: Actor | null) => actor !== null;

/** Signs this browser out. A session already over is signed out too. */
export const signOut = command({
  name: 'identity.sign-out',
  input: z.object({ token }),
  allow: isAnyone,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session) await work.db.delete(sessions).where(eq(sessions.id, session.id));
    work.record({ subjectKind: 'person', subjectId: session?.personId ?? null, summary: 'Déconnexion' });
    return accept(null);
  },
});

/** Ends one of one's own sessions. */
export const endSession = command({
  name: 'identity.end-session',
  input: z.object({ sessionId: z.uuid() }),
  allow: isSignedIn,
  async run(work, input) {
    const [ended] = await work.db
      .delete(sessions)
      .where(and(eq(sessions.id, input.sessionId), eq(sessions.accountId, work.actor?.accountId ?? '')))
      .returning({ device: sessions.device });
    if (!ended) return refuse('not_found');
    work.record({
      subjectKind: 'person',
      subjectId: work.actor?.personId ?? null,
      summary: `Session fermée : ${ended.device}`,
    });
    return accept(null);
  },
});

/** Ends all one's own sessions but this one. */
export const endOtherSessions = command({
  name: 'identity.end-other-sessions',
  input: z.object({ token }),
  allow: isSignedIn,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.accountId !== work.actor?.accountId || !session) return refuse('session_over');
    const count = await endAllSessions(work, session.accountId, session.id);
    work.record({ subjectKind: 'person', subjectId: session.personId, summary: `Autres sessions fermées : ${count}` });
    return accept({ count });
  },
});

/** Staff ends all the sessions of a person: a lost telephone, a departure. */
export const endSessionsOf = command({
  name: 'identity.end-sessions-of',
  input: z.object({ personId: z.uuid() }),
  allow: mayKeepPeople,
  async run(work, input) {
    const [account] = await work.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.personId, input.personId));
    if (!account) return refuse('not_found');
    const count = await endAllSessions(work, account.id);
    work.record({
      subjectKind: 'person',
      subjectId: input.personId,
      summary: `Sessions fermées par l’équipe : ${count}`,
    });
    return accept({ count });
  },
});

/** Ends the sessions of an account, but for one to keep; says how many. */
export async function endAllSessions(
  work: Pick<CommandContext, 'db'>,
  accountId: string,
  keptId?: string,
): Promise<number> {
  const { rowCount } = await work.db
    .delete(sessions)
    .where(
      keptId ? and(eq(sessions.accountId, accountId), ne(sessions.id, keptId)) : eq(sessions.accountId, accountId),
    );
  return rowCount ?? 0;
}
