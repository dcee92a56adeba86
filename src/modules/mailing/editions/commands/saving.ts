import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { editionContributions, networkEditions } from '../tables.ts';

export type StoredEdition = typeof networkEditions.$inferSelect;
export type StoredContribution = typeof editionContributions.$inferSelect;

/** The edition, held until the end of the transaction. */
export async function lockEdition(work: CommandContext, id: string): Promise<StoredEdition | null> {
  const [row] = await work.db.select().from(networkEditions).where(eq(networkEditions.id, id)).for('update');
  return row ?? null;
}

export async function lockContribution(work: CommandContext, id: string): Promise<StoredContribution | null> {
  const [row] = await work.db.select().from(editionContributions).where(eq(editionContributions.id, id)).for('update');
  return row ?? null;
}

/** The place after the last one. */
export async function nextPosition(work: CommandContext, editionId: string): Promise<number> {
  const { rows } = await work.db.execute<{ next: number }>(
    sql`select coalesce(max(position), 0) + 1 as next from edition_contributions where edition_id = ${editionId}::uuid`,
  );
  return rows[0]?.next ?? 1;
}

export const todayOf = (work: CommandContext): Temporal.PlainDate =>
  work.now().toZonedDateTimeISO(work.zone).toPlainDate();
