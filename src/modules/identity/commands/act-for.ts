import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { Actor } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPeople } from '../policy.ts';
import { persons, sessions } from '../tables.ts';
import { heldSession } from '../queries/held-session.ts';

const token = z.string().min(1).max(100);

/** Staff begins to act in the name of a person: at the counter, by telephone. Every line of the trail will say so. */
export const startActingFor = command({
  name: 'identity.start-acting-for',
  input: z.object({ token, personId: z.uuid() }),
  allow: (actor: Actor | null) => mayKeepPeople(actor) && actor?.onBehalfOf === undefined,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.stage !== 'open' || session.accountId !== work.actor?.accountId) return refuse('session_over');
    if (input.personId === session.personId) return refuse('oneself');
    const [person] = await work.db
      .select({ name: persons.displayName })
      .from(persons)
      .where(and(eq(persons.id, input.personId), isNull(persons.erasedAt), isNull(persons.mergedInto)));
    if (!person) return refuse('not_found');
    await work.db
      .update(sessions)
      .set({ actingFor: input.personId, actingSince: work.now() })
      .where(eq(sessions.id, session.id));
    work.record({
      subjectKind: 'person',
      subjectId: input.personId,
      summary: `Début d’actions au nom de ${person.name}`,
    });
    return accept({ name: person.name });
  },
});

/** Goes back to acting in one's own name. */
export const stopActingFor = command({
  name: 'identity.stop-acting-for',
  input: z.object({ token }),
  allow: (actor: Actor | null) => actor !== null,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.stage !== 'open' || session.accountId !== work.actor?.accountId) return refuse('session_over');
    await work.db.update(sessions).set({ actingFor: null, actingSince: null }).where(eq(sessions.id, session.id));
    const subject = work.actor.onBehalfOf;
    work.record({
      subjectKind: 'person',
      subjectId: subject?.personId ?? session.personId,
      summary: `Fin des actions au nom de ${subject?.name ?? 'quelqu’un'}`,
    });
    return accept(null);
  },
});
