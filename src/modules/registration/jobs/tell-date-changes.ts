import { z } from 'zod';
import type { DatesChanged } from '#modules/agenda/index.ts';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { job } from '#platform/jobs/job.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { tellDateChanges } from '../commands/tell-date-changes.ts';
import type { RegistrationDependencies } from '../ports.ts';

const payload = z.object({
  /** Under which it is done once, however many times the job runs. */
  key: z.uuid(),
  eventId: z.uuid(),
  dates: z.array(z.object({ occurrenceId: z.uuid(), change: z.enum(['moved', 'cancelled', 'restored', 'place']) })),
});

const name = 'registration.tell-dates';
const asked = { name, lane: 'quick', retries: 5, payload } as const;

/** Asks that those registered be told of what happened to their dates. */
export async function askToTellDates(work: CommandContext, { eventId, dates }: DatesChanged): Promise<void> {
  await work.enqueue(asked, { key: work.newId(), eventId, dates: [...dates] });
}

const tellDates = (deps: RegistrationDependencies) =>
  command({
    name,
    input: payload.omit({ key: true }),
    allow: (actor) => actor === null,
    async run(work, { eventId, dates }) {
      const count = await tellDateChanges(work, deps, { eventId, dates });
      work.record({
        subjectKind: 'event',
        subjectId: eventId,
        summary: `Dates changées : ${count === 0 ? 'personne à prévenir' : `les personnes inscrites sont prévenues`}`,
      });
      return accept({ count });
    },
  });

/** Tells each of those registered, once. */
export const tellDatesOfRegistrants = (deps: RegistrationDependencies) =>
  job({
    ...asked,
    async run(ctx, { key, ...told }) {
      await execute({ ...ctx, actor: null }, tellDates(deps), told, { key });
    },
  });
