import { z } from 'zod';
import { job } from '#platform/jobs/job.ts';
import type { AgendaDependencies } from '../ports.ts';
import { hasTurned } from '../queries/public/has-turned.ts';

/** Run every five minutes: looks a little further back, so that one run missed changes nothing. */
const lookedBack = Temporal.Duration.from({ minutes: 11 });

/** Lets kept pages go when a date began or ended, or the day changed: what is next is no longer the same. */
export function turnPagesJob({ redraw }: Pick<AgendaDependencies, 'redraw'>) {
  return job({
    name: 'agenda.turn-pages',
    lane: 'quick',
    retries: 1,
    payload: z.object({}),
    async run(ctx) {
      if (await hasTurned(ctx, ctx.clock.now().subtract(lookedBack))) await redraw(ctx);
    },
  });
}
