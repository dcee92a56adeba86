import { job } from '#platform/jobs/job.ts';
import { makeAllPapers } from '../documents/session-papers.ts';
import type { TrainingDependencies } from '../ports.ts';
import { paperFactsOf } from '../queries/paper-facts.ts';
import { papersJob } from './names.ts';

/** Makes what an audit looks for, as soon as a session is over. */
export const makePapers = ({ files, originOf }: Pick<TrainingDependencies, 'files' | 'originOf'>) =>
  job({
    ...papersJob,
    async run(ctx, { sessionId }) {
      const facts = await paperFactsOf(ctx, sessionId);
      if (facts) await makeAllPapers(ctx, { files, origin: await originOf(ctx.hubId) }, facts);
    },
  });
