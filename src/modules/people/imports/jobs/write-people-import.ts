import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { failPeopleImport } from '../commands/read-and-map.ts';
import { importJobs, tellPlanner } from '../commands/stages.ts';
import { writePeopleChunk } from '../commands/write-people-chunk.ts';
import { readPeopleImport } from '../queries/import-sheet.ts';
import { asStarter } from './as-starter.ts';
import type { ImportPorts } from './read-people-import.ts';

const linesInOne = 500;
/** From so many people on, the planner must be told. */
const manyPeople = 1_000;

/** Writes the lines of a list, by chunks; a worker that died is followed by one that starts where it was. */
export const writePeopleImportJob = job({
  ...importJobs.running,
  async run(ctx: JobContext<ImportPorts>, { importId, pass }) {
    try {
      await writePeopleList(ctx, ctx.ports, importId, pass);
    } catch (error) {
      if (ctx.isLastAttempt)
        await execute(ctx, failPeopleImport, {
          importId,
          pass,
          why: 'L’import s’est arrêté sur une panne. Ce qui est écrit est gardé : importez de nouveau le même fichier, personne ne sera en double.',
        });
      throw error;
    }
  },
});

/** The same, for whoever is not a job. */
export async function writePeopleList(
  base: Context & { signal?: AbortSignal },
  ports: ImportPorts,
  importId: string,
  pass: number,
): Promise<void> {
  const sheet = await readPeopleImport(base.db, importId);
  if (sheet?.status !== 'running' || sheet.pass !== pass) return;
  const ctx = asStarter(base, sheet);
  let next = manyPeople;
  for (let done = 0; ; done += linesInOne) {
    base.signal?.throwIfAborted();
    const outcome = await execute(ctx, writePeopleChunk, { importId, pass, limit: linesInOne });
    // Another worker is on it: it will finish.
    if (!outcome.ok) return;
    if (outcome.value.isOver) break;
    if (done >= next) {
      await tellPlanner(ctx.db);
      next = done * 4;
    }
  }
  if (sheet.total >= manyPeople) await tellPlanner(ctx.db);
  if (sheet.rowsKey) await ports.files.delete(sheet.rowsKey);
}
