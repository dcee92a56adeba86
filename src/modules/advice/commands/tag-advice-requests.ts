import { and, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepAdvice } from '../policy.ts';
import { adviceRequests } from '../tables.ts';
import { requestIds, tag } from './request-fields.ts';

/** Puts one more word on requests. */
export const tagAdviceRequests = command({
  name: 'advice.tag-requests',
  input: z.object({ ids: requestIds, tag }),
  allow: mayKeepAdvice,
  async run(work, { ids, tag: word }) {
    const tagged = await work.db
      .update(adviceRequests)
      .set({ tags: sql`${adviceRequests.tags} || array[${word}]`, version: sql`${adviceRequests.version} + 1` })
      .where(
        and(
          inArray(adviceRequests.id, ids),
          isNull(adviceRequests.forgottenAt),
          sql`not ${word} = any (${adviceRequests.tags})`,
          sql`cardinality(${adviceRequests.tags}) < 12`,
        ),
      )
      .returning({ id: adviceRequests.id });
    work.record({
      subjectKind: 'advice-request',
      subjectId: null,
      summary: `${plural(tagged.length, 'demande étiquetée', 'demandes étiquetées')} « ${word} »`,
      details: { ids: tagged.map((one) => one.id) },
    });
    return accept({ count: tagged.length });
  },
});
