import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { importUndoing } from '../commands/imports/import-jobs.ts';
import { undoChunk } from '../commands/imports/undo-chunk.ts';
import { readImport } from '../queries/imports/import-sheet.ts';
import { asStarter } from './as-starter.ts';

/** Takes an import back, by chunks. */
export const takeBackImportJob = job({
  ...importUndoing,
  run: (ctx: JobContext, { importId, pass }) => takeBackImport(ctx, importId, pass, ctx.signal),
});

/** The same, for whoever is not a job. */
export async function takeBackImport(
  base: Context,
  importId: string,
  pass: number,
  signal?: AbortSignal,
): Promise<void> {
  const sheet = await readImport(base.db, importId);
  if (sheet?.status !== 'undoing' || sheet.pass !== pass) return;
  const ctx = asStarter(base, sheet);
  for (;;) {
    signal?.throwIfAborted();
    const outcome = await execute(ctx, undoChunk, { importId, pass });
    if (!outcome.ok || outcome.value.isOver) return;
  }
}
