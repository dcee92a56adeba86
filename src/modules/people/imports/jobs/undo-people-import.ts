import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { importJobs } from '../commands/stages.ts';
import { undoPeopleChunk } from '../commands/undo-people-chunk.ts';
import { readPeopleImport } from '../queries/import-sheet.ts';
import { addedPeople } from '../queries/import-rows.ts';
import { asStarter } from './as-starter.ts';

const linesInOne = 200;
const askedAtOnce = 4;

/** Takes an import of people back, by chunks. */
export const undoPeopleImportJob = (deps: Pick<PeopleDependencies, 'thread'>) =>
  job({
    ...importJobs.undoing,
    run: (ctx: JobContext, { importId, pass }) => undoPeopleList(ctx, deps, importId, pass),
  });

/** The same, for whoever is not a job. */
export async function undoPeopleList(
  base: Context & { signal?: AbortSignal },
  { thread }: Pick<PeopleDependencies, 'thread'>,
  importId: string,
  pass: number,
): Promise<void> {
  for (;;) {
    base.signal?.throwIfAborted();
    const sheet = await readPeopleImport(base.db, importId);
    if (sheet?.status !== 'undoing' || sheet.pass !== pass) return;
    const ctx = asStarter(base, sheet);
    const added = await addedPeople(ctx.db, importId, sheet.progress, linesInOne);
    const kept: string[] = [];
    for (let from = 0; from < added.length; from += askedAtOnce)
      await Promise.all(
        added.slice(from, from + askedAtOnce).map(async (personId) => {
          // A registration, a letter, a membership: somebody had to do with her.
          if ((await thread(ctx, { personId })).some((entry) => entry.isInternal !== true)) kept.push(personId);
        }),
      );
    const outcome = await execute(ctx, undoPeopleChunk, { importId, pass, limit: linesInOne, kept });
    if (!outcome.ok || outcome.value.isOver) return;
  }
}
