import { and, eq, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { hashOf } from '../../links.ts';
import { maySeeRequest } from '../../policy.ts';
import { adviceRequests } from '../../tables.ts';

export type RequestRow = typeof adviceRequests.$inferSelect;

/** The request of this id, locked until the end of the act, or null when the actor may not see it. */
export async function lockedRequest(work: CommandContext, id: string): Promise<RequestRow | null> {
  const [row] = await work.db
    .select()
    .from(adviceRequests)
    .where(and(eq(adviceRequests.id, id), isNull(adviceRequests.forgottenAt)))
    .for('update');
  return row && maySeeRequest(work.actor, row) ? row : null;
}

/** The request that this secret opens, locked until the end of the act. */
export async function lockedOwnRequest(work: CommandContext, secret: string): Promise<RequestRow | null> {
  const [row] = await work.db
    .select()
    .from(adviceRequests)
    .where(and(eq(adviceRequests.linkHash, hashOf(secret)), isNull(adviceRequests.forgottenAt)))
    .for('update');
  return row ?? null;
}
