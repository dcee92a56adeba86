import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { personCards } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { sharedKinds } from '../domain/message-kinds.ts';
import { hashOf } from '../links.ts';
import { maySeeRequest } from '../policy.ts';
import { adviceMessages, adviceReferrers, adviceRequests, appointments, appointmentSlots } from '../tables.ts';

export type AdviceRequest = typeof adviceRequests.$inferSelect;
export type AdviceMessage = typeof adviceMessages.$inferSelect;
export type AppointmentSlot = typeof appointmentSlots.$inferSelect;

/** A request with all that belongs to it. */
export interface RequestSheet {
  request: AdviceRequest;
  messages: AdviceMessage[];
  slot: AppointmentSlot | null;
  referrer: string | null;
  assignedTo: string | null;
}

/** The request as the team reads it, or null when it is not there for this actor. */
export async function requestSheet(ctx: Context, id: string): Promise<RequestSheet | null> {
  const [request] = await ctx.db
    .select()
    .from(adviceRequests)
    .where(and(eq(adviceRequests.id, id), isNull(adviceRequests.forgottenAt)));
  if (!request || !maySeeRequest(ctx.actor, request)) return null;
  const messages = await ctx.db
    .select()
    .from(adviceMessages)
    .where(eq(adviceMessages.requestId, id))
    .orderBy(asc(adviceMessages.at), asc(adviceMessages.id));
  return { request, messages, ...(await aroundRequest(ctx.db, request)) };
}

/** The request as its asker reads it, found by the secret of its link: neither notes nor calls. */
export async function ownRequest(db: Reader, secret: string): Promise<RequestSheet | null> {
  if (!/^[\w-]{20,100}$/.test(secret)) return null;
  const [request] = await db
    .select()
    .from(adviceRequests)
    .where(and(eq(adviceRequests.linkHash, hashOf(secret)), isNull(adviceRequests.forgottenAt)));
  if (!request) return null;
  const messages = await db
    .select()
    .from(adviceMessages)
    .where(and(eq(adviceMessages.requestId, request.id), inArray(adviceMessages.kind, [...sharedKinds])))
    .orderBy(asc(adviceMessages.at), asc(adviceMessages.id));
  return { request, messages, ...(await aroundRequest(db, request)) };
}

/** Whoever may have this code, each with what she left: the caller checks that it is hers. */
export async function requestsOfCode(
  db: Reader,
  code: string,
): Promise<Pick<AdviceRequest, 'id' | 'name' | 'email' | 'phone'>[]> {
  return db
    .select({
      id: adviceRequests.id,
      name: adviceRequests.name,
      email: adviceRequests.email,
      phone: adviceRequests.phone,
    })
    .from(adviceRequests)
    .where(and(eq(adviceRequests.codeHash, hashOf(code)), isNull(adviceRequests.forgottenAt)));
}

async function aroundRequest(
  db: Reader,
  request: AdviceRequest,
): Promise<Pick<RequestSheet, 'slot' | 'referrer' | 'assignedTo'>> {
  const [held] = await db
    .select({ slot: appointmentSlots })
    .from(appointments)
    .innerJoin(
      appointmentSlots,
      and(eq(appointmentSlots.hubId, appointments.hubId), eq(appointmentSlots.id, appointments.slotId)),
    )
    .where(eq(appointments.requestId, request.id));
  const [referrer] = request.referrerId
    ? await db
        .select({ name: adviceReferrers.name })
        .from(adviceReferrers)
        .where(eq(adviceReferrers.id, request.referrerId))
    : [];
  const cards = request.assignedToId ? await personCards(db, [request.assignedToId]) : new Map<string, never>();
  return {
    slot: held?.slot ?? null,
    referrer: referrer?.name ?? null,
    assignedTo: request.assignedToId ? (cards.get(request.assignedToId)?.name ?? null) : null,
  };
}
