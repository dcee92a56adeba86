import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { AdviceLinks } from '../links.ts';
import { mayKeepAdvice } from '../policy.ts';
import { isColleague } from '../queries/colleagues.ts';
import { adviceRequests } from '../tables.ts';
import { requestIds } from './request-fields.ts';
import { tellColleague } from './saving/tell-colleague.ts';

/** Gives requests to a colleague. Those that are over stay as they are. */
export const assignAdviceRequests = (links: AdviceLinks) =>
  command({
    name: 'advice.assign-requests',
    input: z.object({ ids: requestIds, personId: z.uuid() }),
    allow: mayKeepAdvice,
    async run(work, { ids, personId }) {
      if (!(await isColleague(work.db, personId))) return refuse('unknown_colleague');
      const given = await work.db
        .update(adviceRequests)
        .set({
          assignedToId: personId,
          state: sql`case when ${adviceRequests.state} = 'waiting' then 'taken' else ${adviceRequests.state} end`,
          version: sql`${adviceRequests.version} + 1`,
        })
        .where(
          and(
            inArray(adviceRequests.id, ids),
            ne(adviceRequests.state, 'closed'),
            isNull(adviceRequests.forgottenAt),
            sql`${adviceRequests.assignedToId} is distinct from ${personId}::uuid`,
          ),
        )
        .returning({ id: adviceRequests.id });
      await tellColleague(
        work,
        links,
        personId,
        given.map((one) => one.id),
      );
      work.record({
        subjectKind: 'advice-request',
        subjectId: given.length === 1 ? (given[0]?.id ?? null) : null,
        summary: `${plural(given.length, 'demande confiée', 'demandes confiées')} à quelqu’un de l’équipe`,
        details: { ids: given.map((one) => one.id), personId },
      });
      return accept({ count: given.length });
    },
  });

/** Takes a request that nobody has: one click from the queue. */
export const takeAdviceRequest = command({
  name: 'advice.take-request',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepAdvice,
  async run(work, { id }) {
    const { rowCount } = await work.db
      .update(adviceRequests)
      .set({ assignedToId: work.actor?.personId ?? null, state: 'taken', version: sql`${adviceRequests.version} + 1` })
      .where(
        and(
          eq(adviceRequests.id, id),
          eq(adviceRequests.state, 'waiting'),
          isNull(adviceRequests.assignedToId),
          isNull(adviceRequests.forgottenAt),
        ),
      );
    if (rowCount === 0) return refuse('taken_meanwhile');
    work.record({ subjectKind: 'advice-request', subjectId: id, summary: 'Demande prise en charge' });
    return accept(null);
  },
});
