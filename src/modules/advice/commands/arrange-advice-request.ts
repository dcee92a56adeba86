import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { stateAfter } from '../domain/request-states.ts';
import type { AdviceLinks } from '../links.ts';
import { mayKeepAdvice } from '../policy.ts';
import { isColleague } from '../queries/colleagues.ts';
import { adviceRequests } from '../tables.ts';
import { referrerName, situation, tags, versionRead } from './request-fields.ts';
import { lockedRequest } from './saving/locked-request.ts';
import { referrerNamed } from './saving/referrer-named.ts';
import { tellColleague } from './saving/tell-colleague.ts';

/** Says who has a request, who sent the asker, who she is, and under which words it will be found again. */
export const arrangeAdviceRequest = (links: AdviceLinks) =>
  command({
    name: 'advice.arrange-request',
    input: z.object({
      id: z.uuid(),
      assignedToId: z.uuid().nullable(),
      situation,
      referrer: referrerName,
      tags,
      version: versionRead,
    }),
    allow: mayKeepAdvice,
    async run(work, { id, assignedToId, situation: who, referrer, tags: words, version }) {
      const request = await lockedRequest(work, id);
      if (!request) return refuse('not_found');
      if (version !== undefined && version !== request.version) return refuse('written_meanwhile');
      const isNew = assignedToId !== request.assignedToId;
      if (assignedToId && isNew && !(await isColleague(work.db, assignedToId))) return refuse('unknown_colleague');
      const standing = { state: request.state, isAssigned: request.assignedToId !== null };
      await work.db
        .update(adviceRequests)
        .set({
          assignedToId,
          situation: who,
          tags: words,
          referrerId: await referrerNamed(work, referrer),
          state: stateAfter(standing, assignedToId ? 'assign' : 'release') ?? request.state,
          version: sql`${adviceRequests.version} + 1`,
        })
        .where(eq(adviceRequests.id, id));
      if (assignedToId && isNew) await tellColleague(work, links, assignedToId, [id]);
      work.record({ subjectKind: 'advice-request', subjectId: id, summary: 'Suivi d’une demande modifié' });
      return accept(null);
    },
  });
