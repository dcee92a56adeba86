import { and, eq, gt, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { slotHorizon } from '../../domain/slot-modes.ts';
import { appointments, appointmentSlots } from '../../tables.ts';

export type SlotRow = typeof appointmentSlots.$inferSelect;

/** Takes a slot for a request, or answers null when it is no longer offered. A slot is never held twice. */
export async function holdSlot(work: CommandContext, slotId: string, requestId: string): Promise<SlotRow | null> {
  const now = work.now();
  // Locked first: of those who want it at the same moment, one finds it free.
  const [slot] = await work.db
    .select()
    .from(appointmentSlots)
    .where(
      and(
        eq(appointmentSlots.id, slotId),
        isNull(appointmentSlots.cancelledAt),
        gt(appointmentSlots.startsAt, now.add(slotHorizon.least)),
        lt(appointmentSlots.startsAt, now.add(slotHorizon.most)),
      ),
    )
    .for('update');
  if (!slot) return null;
  const taken = work.db
    .select({ one: sql`1` })
    .from(appointments)
    .where(eq(appointments.slotId, slotId));
  const [free] = await work.db
    .select({ id: appointmentSlots.id })
    .from(appointmentSlots)
    .where(and(eq(appointmentSlots.id, slotId), notExists(taken)));
  if (!free) return null;
  await work.db.delete(appointments).where(eq(appointments.requestId, requestId));
  await work.db.insert(appointments).values({ id: work.newId(), slotId, requestId, takenAt: now });
  return slot;
}
