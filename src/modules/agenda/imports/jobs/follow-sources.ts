import { z } from 'zod';
import { job } from '#platform/jobs/job.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { dueSources } from '../queries/sources.ts';
import { followSource } from '../read-now.ts';

/** Each hour, asks the calendars of others that are due, one after the other. */
export function followSourcesJob(deps: Pick<AgendaDependencies, 'organizations'>) {
  return job<z.ZodObject, Pick<Ports, 'outbound'>>({
    name: 'agenda.follow-sources',
    lane: 'long',
    retries: 1,
    payload: z.object({}),
    async run(ctx) {
      for (const source of await dueSources(ctx.db, ctx.clock.now())) {
        ctx.signal.throwIfAborted();
        await followSource(ctx, deps, ctx.ports, source);
      }
    },
  });
}
