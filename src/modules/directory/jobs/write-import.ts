import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { failImport } from '../commands/imports/fail-import.ts';
import { finishImport } from '../commands/imports/finish-import.ts';
import { importWriting } from '../commands/imports/import-jobs.ts';
import type { PlanLine } from '../commands/imports/plan-line.ts';
import { refreshStatistics } from '../commands/imports/refresh-statistics.ts';
import { rejectRow } from '../commands/imports/reject-row.ts';
import { writeChunk } from '../commands/imports/write-chunk.ts';
import { readImport, type ImportSheet } from '../queries/imports/import-sheet.ts';
import { asStarter } from './as-starter.ts';
import { readLines } from '#platform/imports/import-files.ts';
import type { ImportPorts } from './read-import.ts';

/** Writes the rows of an import, by chunks; a worker that died is followed by one that starts where it was. */
export const writeImportJob = job({
  ...importWriting,
  async run(ctx: JobContext<ImportPorts>, { importId, pass }) {
    try {
      await writeImport(ctx, ctx.ports, importId, pass);
    } catch (error) {
      if (ctx.isLastAttempt)
        await execute(ctx, failImport, {
          importId,
          pass,
          why: 'L’import s’est arrêté sur une panne. Ce qui est écrit est gardé : relancez l’import du même fichier, il reprendra la suite.',
        });
      throw error;
    }
  },
});

/** From so many rows on, the planner must be told. */
const firstStatistics = 1_000;

export interface WritingOptions {
  signal?: AbortSignal;
  /** False when no worker will take the jobs that follow. */
  isQueued?: boolean;
  rowsInOne?: number;
}

/** The same, for whoever is not a job. */
export async function writeImport(
  base: Context & { signal?: AbortSignal },
  ports: Pick<ImportPorts, 'files'>,
  importId: string,
  pass: number,
  options: WritingOptions = {},
): Promise<void> {
  const sheet = await readImport(base.db, importId);
  if (sheet?.status !== 'running' || sheet.pass !== pass || !sheet.planKey) return;
  const ctx = asStarter(base, sheet);
  const signal = options.signal ?? base.signal;
  let chunk: PlanLine[] = [];
  let nextStatistics = firstStatistics;
  const isTurn = async (): Promise<boolean> => {
    signal?.throwIfAborted();
    const written = chunk.length === 0 || (await writeRows(ctx, sheet, chunk));
    const done = (chunk.at(-1)?.position ?? 0) + 1;
    chunk = [];
    if (done >= nextStatistics) {
      await refreshStatistics(ctx.db);
      nextStatistics = done * 4;
    }
    return written;
  };
  for await (const line of readLines<PlanLine>(ports.files, sheet.planKey)) {
    if (line.position < sheet.progress) continue;
    chunk.push(line);
    // Another worker is on it: it will finish.
    if (chunk.length >= (options.rowsInOne ?? 200) && !(await isTurn())) return;
  }
  if (!(await isTurn())) return;
  if (sheet.total >= firstStatistics) await refreshStatistics(ctx.db);
  await execute(ctx, finishImport, { importId, pass, isQueued: options.isQueued ?? true });
}

/** Writes a chunk; when the database refuses something in it, row by row, so that only the bad one is set aside. */
async function writeRows(
  ctx: Context,
  { id: importId, pass }: Pick<ImportSheet, 'id' | 'pass'>,
  rows: readonly PlanLine[],
): Promise<boolean> {
  const position = rows[0]?.position ?? 0;
  try {
    return (await execute(ctx, writeChunk, { importId, pass, position, rows: [...rows] })).ok;
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    ctx.log.warn({ error, importId, position }, 'import rows refused by the database');
  }
  if (rows.length === 1)
    return (
      await execute(ctx, rejectRow, {
        importId,
        pass,
        position,
        why: 'Cette ligne contient une valeur que la base de données refuse.',
      })
    ).ok;
  for (const row of rows) if (!(await writeRows(ctx, { id: importId, pass }, [row]))) return false;
  return true;
}

/** SQLSTATE classes 22 (data) and 23 (constraints): the row is at fault, trying again would change nothing. */
function isAboutContent(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return /^2[23]/.test(code);
  return cause instanceof Error && isAboutContent(cause);
}
