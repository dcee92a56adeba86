import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { outcomeNames, requestOutcomes } from '../domain/request-outcomes.ts';
import { needsAnswer, stateAfter } from '../domain/request-states.ts';
import { adviceClosed } from '../facts.ts';
import { mayKeepAdvice } from '../policy.ts';
import { adviceRequests } from '../tables.ts';
import { requestIds } from './request-fields.ts';
import { lockedRequest } from './saving/locked-request.ts';

/** Ends requests, and says how they ended. */
export const closeAdviceRequests = command({
  name: 'advice.close-requests',
  input: z.object({
    ids: requestIds,
    outcome: z.enum(requestOutcomes, 'Dites comment cela se termine.'),
    note: z.string().trim().max(500, 'C’est trop long : 500 caractères au plus.').default(''),
  }),
  allow: mayKeepAdvice,
  async run(work, { ids, outcome, note }) {
    const closed = await work.db
      .update(adviceRequests)
      .set({
        state: 'closed',
        outcome,
        outcomeNote: note,
        closedAt: work.now(),
        waitingSince: null,
        version: sql`${adviceRequests.version} + 1`,
      })
      .where(
        and(inArray(adviceRequests.id, ids), ne(adviceRequests.state, 'closed'), isNull(adviceRequests.forgottenAt)),
      )
      .returning({ id: adviceRequests.id });
    if (closed.length === 0) return refuse('closed');
    const closedIds = closed.map((one) => one.id);
    work.publish(adviceClosed(closedIds, outcome));
    work.record({
      subjectKind: 'advice-request',
      subjectId: closedIds.length === 1 ? (closedIds[0] ?? null) : null,
      summary: `${plural(closedIds.length, 'demande close', 'demandes closes')} : ${outcomeNames[outcome].toLowerCase()}`,
      details: { ids: closedIds },
    });
    return accept({ count: closedIds.length });
  },
});

/** Opens again a request that was over. */
export const reopenAdviceRequest = command({
  name: 'advice.reopen-request',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepAdvice,
  async run(work, { id }) {
    const request = await lockedRequest(work, id);
    if (!request) return refuse('not_found');
    const state = stateAfter({ state: request.state, isAssigned: request.assignedToId !== null }, 'reopen');
    if (!state) return refuse('not_closed');
    await work.db
      .update(adviceRequests)
      .set({
        state,
        outcome: null,
        outcomeNote: '',
        closedAt: null,
        waitingSince: needsAnswer(state) ? work.now() : null,
        version: sql`${adviceRequests.version} + 1`,
      })
      .where(eq(adviceRequests.id, id));
    work.record({ subjectKind: 'advice-request', subjectId: id, summary: 'Demande rouverte' });
    return accept(null);
  },
});
