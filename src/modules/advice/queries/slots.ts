import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { slotHorizon } from '../domain/slot-modes.ts';
import { adviceRequests, appointments, appointmentSlots } from '../tables.ts';
import type { AppointmentSlot } from './request-sheet.ts';

/** The moments a visitor may choose: free, neither too near nor too far, the next ones first. */
export async function offeredSlots(ctx: Context, limit = 12): Promise<AppointmentSlot[]> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .select({ slot: appointmentSlots })
    .from(appointmentSlots)
    .leftJoin(
      appointments,
      and(eq(appointments.hubId, appointmentSlots.hubId), eq(appointments.slotId, appointmentSlots.id)),
    )
    .where(
      and(
        isNull(appointments.id),
        isNull(appointmentSlots.cancelledAt),
        gt(appointmentSlots.startsAt, now.add(slotHorizon.least)),
        lt(appointmentSlots.startsAt, now.add(slotHorizon.most)),
      ),
    )
    .orderBy(asc(appointmentSlots.startsAt), asc(appointmentSlots.id))
    .limit(limit);
  return rows.map((row) => row.slot);
}

/** A slot as the team sees it: who has it. */
export interface OfficeSlot extends AppointmentSlot {
  requestId: string | null;
  takenBy: string | null;
}

/** The moments of today and after, taken or not. */
export async function comingSlots(ctx: Context): Promise<OfficeSlot[]> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).startOfDay().toInstant();
  const rows = await ctx.db
    .select({ slot: appointmentSlots, requestId: adviceRequests.id, takenBy: adviceRequests.name })
    .from(appointmentSlots)
    .leftJoin(
      appointments,
      and(eq(appointments.hubId, appointmentSlots.hubId), eq(appointments.slotId, appointmentSlots.id)),
    )
    .leftJoin(
      adviceRequests,
      and(eq(adviceRequests.hubId, appointments.hubId), eq(adviceRequests.id, appointments.requestId)),
    )
    .where(and(isNull(appointmentSlots.cancelledAt), gt(appointmentSlots.startsAt, today)))
    .orderBy(asc(appointmentSlots.startsAt), asc(appointmentSlots.id))
    .limit(300);
  return rows.map(({ slot, requestId, takenBy }) => ({ ...slot, requestId, takenBy }));
}
