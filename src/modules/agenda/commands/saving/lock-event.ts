import { eq } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';
import { eventOf, organizersOf, type StoredEvent } from '../../queries/stored-event.ts';
import { agendaEvents } from '../../tables.ts';

/** The event of this id, locked until the transaction ends, so that two changes of it follow each other. */
export async function lockEvent(tx: Transaction, id: string): Promise<StoredEvent | null> {
  const [row] = await tx.select().from(agendaEvents).where(eq(agendaEvents.id, id)).for('update');
  return row ? eventOf(row, await organizersOf(tx, id)) : null;
}
