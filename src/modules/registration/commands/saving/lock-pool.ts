import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { registrationPools } from '../../tables.ts';

export type PoolRow = typeof registrationPools.$inferSelect;

/**
 * Holds an event still while seats are given: the agenda locks an event before it tells of its dates, and
 * this module locks queues after, so that two such acts wait for each other instead of crossing.
 */
export async function holdEvent(work: CommandContext, eventId: string): Promise<void> {
  await work.db.execute(sql`select from agenda_events where id = ${eventId}::uuid for key share`);
  await work.db.execute(
    sql`select from agenda_occurrences where event_id = ${eventId}::uuid order by id for key share`,
  );
}

/** The queue of a date, or of the whole event; opened when nobody stood in it yet. */
export async function poolOf(
  work: CommandContext,
  { eventId, occurrenceId }: { eventId: string; occurrenceId: string | null },
): Promise<string> {
  const which = and(
    eq(registrationPools.eventId, eventId),
    occurrenceId === null ? isNull(registrationPools.occurrenceId) : eq(registrationPools.occurrenceId, occurrenceId),
  );
  const found = () => work.db.select({ id: registrationPools.id }).from(registrationPools).where(which);
  const [known] = await found();
  if (known) return known.id;
  await work.db.insert(registrationPools).values({ id: work.newId(), eventId, occurrenceId }).onConflictDoNothing();
  const [opened] = await found();
  if (!opened) throw new Error(`no queue could be opened for the event ${eventId}`);
  return opened.id;
}

/** The one lock under which seats are counted and given, until the transaction ends. */
export async function lockPool(work: CommandContext, id: string): Promise<PoolRow | null> {
  const [row] = await work.db.select().from(registrationPools).where(eq(registrationPools.id, id)).for('no key update');
  return row ?? null;
}

/** How a queue is held still; another way is for the tests that show what happens without. */
export type PoolLock = typeof lockPool;
