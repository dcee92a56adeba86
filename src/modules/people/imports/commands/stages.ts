import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext, Context } from '#platform/context/context.ts';
import type { Database, Transaction } from '#platform/db/database.ts';
import { atWork, type ImportStatus } from '../domain/import-status.ts';
import { peopleImports } from '../tables.ts';

/** Which import, and which of its passes: a job of an older pass stops. */
const payload = z.object({ importId: z.uuid(), pass: z.int() });

/** The work of an import; what each does is in `jobs/`. Interrupted, it starts again where it was. */
export const importJobs = {
  reading: { name: 'people.read-import', lane: 'long', retries: 3, payload },
  comparing: { name: 'people.compare-import', lane: 'long', retries: 3, payload },
  running: { name: 'people.write-import', lane: 'long', retries: 10, payload },
  undoing: { name: 'people.undo-import', lane: 'long', retries: 10, payload },
} as const;

/** The import if it is at this stage and pass, locked: of two workers on one pass, the second finds it moved. */
export async function lockStage(
  tx: Transaction,
  importId: string,
  statuses: readonly ImportStatus[],
  pass?: number,
): Promise<typeof peopleImports.$inferSelect | null> {
  const [row] = await tx.select().from(peopleImports).where(eq(peopleImports.id, importId)).for('update');
  if (!row || !statuses.includes(row.status) || (pass !== undefined && row.pass !== pass)) return null;
  return row;
}

/** Moves an import to its next stage, starts a new pass, and asks for its work when it has some. */
export async function enterStage(work: CommandContext, importId: string, status: ImportStatus): Promise<number> {
  const [row] = await work.db
    .update(peopleImports)
    .set({ status, pass: sql`${peopleImports.pass} + 1`, progress: 0, failure: '' })
    .where(eq(peopleImports.id, importId))
    .returning({ pass: peopleImports.pass });
  const pass = row?.pass ?? 0;
  if (atWork.has(status)) await work.enqueue(importJobs[status as keyof typeof importJobs], { importId, pass });
  return pass;
}

/** Tells how far a long work has come; only shown, never relied on. */
export async function tellProgress(
  ctx: Pick<Context, 'db'>,
  importId: string,
  pass: number,
  done: number,
): Promise<void> {
  await ctx.db
    .update(peopleImports)
    .set({ progress: done })
    .where(and(eq(peopleImports.id, importId), eq(peopleImports.pass, pass)));
}

/** Tells PostgreSQL's planner that there are many more people than a moment ago. */
export async function tellPlanner(db: Database): Promise<void> {
  await db.execute(sql`select essaim_people_statistics()`);
}
