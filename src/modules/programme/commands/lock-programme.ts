import { eq } from 'drizzle-orm';
import { readEvent, type StoredEvent } from '#modules/agenda/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { StoredProgramme } from '../queries/stored-programme.ts';
import { programmes } from '../tables.ts';

export interface LockedProgramme {
  event: StoredEvent;
  programme: StoredProgramme;
}

/** The programme of an event, locked until the transaction ends: its rules are checked one act after the other. */
export async function lockProgramme(work: CommandContext, eventId: string): Promise<LockedProgramme | null> {
  const event = await readEvent(work.db, eventId);
  if (!event || event.trashedAt) return null;
  const [programme] = await work.db.select().from(programmes).where(eq(programmes.eventId, eventId)).for('update');
  return programme ? { event, programme } : null;
}

/** The same, begun when the event has none yet. */
export async function beginProgramme(work: CommandContext, eventId: string): Promise<LockedProgramme | null> {
  const event = await readEvent(work.db, eventId);
  if (!event || event.trashedAt) return null;
  const now = work.now();
  await work.db.insert(programmes).values({ eventId, createdAt: now, updatedAt: now }).onConflictDoNothing();
  return lockProgramme(work, eventId);
}
