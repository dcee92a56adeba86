import { sql } from 'drizzle-orm';
import type { CommandContext, Context } from '#platform/context/context.ts';
import type { Transaction } from '#platform/db/database.ts';
import type { ImportStatus } from '../../queries/imports/import-sheet.ts';

/** The import if it is at this stage and pass, locked: of two workers on one pass, the second waits and finds it moved. */
export async function lockStage(
  tx: Transaction,
  importId: string,
  status: ImportStatus,
  pass?: number,
): Promise<{ pass: number; source: string; progress: number; total: number; mapping: unknown; byName: string } | null> {
  const { rows } = await tx.execute<{
    pass: number;
    source: string;
    progress: number;
    total: number;
    status: string;
    mapping: unknown;
    by_name: string;
  }>(
    sql`select pass, source, progress, total, status, mapping, by_name from organization_imports where id = ${importId} for update`,
  );
  const found = rows[0];
  if (found?.status !== status || (pass !== undefined && found.pass !== pass)) return null;
  return {
    pass: found.pass,
    source: found.source,
    progress: found.progress,
    total: found.total,
    mapping: found.mapping,
    byName: found.by_name,
  };
}

/** Moves an import to its next stage, and starts a new pass. */
export async function enterStage(work: CommandContext, importId: string, status: ImportStatus): Promise<number> {
  const { rows } = await work.db.execute<{ pass: number }>(sql`update organization_imports
    set status = ${status}, pass = pass + 1, progress = 0, failure = '' where id = ${importId} returning pass`);
  return rows[0]?.pass ?? 0;
}

/** Tells how far a long work has come; only shown, never relied on. */
export async function tellProgress(
  ctx: Pick<Context, 'db'>,
  importId: string,
  pass: number,
  done: number,
  total: number,
): Promise<void> {
  await ctx.db.execute(
    sql`update organization_imports set progress = ${done}, total = ${total} where id = ${importId} and pass = ${pass}`,
  );
}
