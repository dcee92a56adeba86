import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job, type Job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { noteIndicators } from '../commands/figures/note-indicators.ts';
import type { PublishingDependencies } from '../ports.ts';

const payload = z.object({});

/** Once a month, what each module counts is written down: this is how a hub sees its own way. */
export function noteIndicatorsJob({ keyFigures }: Pick<PublishingDependencies, 'keyFigures'>): Job<typeof payload> {
  return job({
    name: 'publishing.note-indicators',
    lane: 'quick',
    retries: 5,
    payload,
    async run(ctx) {
      const figures = await keyFigures(ctx);
      const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
      const counts = figures.map(({ key, label, count }) => ({ indicator: key, label, count: Math.round(count) }));
      const outcome = await execute(ctx, noteIndicators, { day, counts });
      if (!outcome.ok && outcome.reason !== 'nothing_to_note') unwrap(outcome);
    },
  });
}
