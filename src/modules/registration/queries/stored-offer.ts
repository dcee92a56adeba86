import { and, eq, inArray } from 'drizzle-orm';
import { agendaOccurrences } from '#modules/agenda/tables.ts';
import type { Reader } from '#platform/db/database.ts';
import { registrationOffers } from '../tables.ts';

/** What an event offers to those who register, as it is kept. */
export type StoredOffer = typeof registrationOffers.$inferSelect;

/** The offer of an event; null where nobody ever thought of registrations. */
export async function offerOf(db: Reader, eventId: string): Promise<StoredOffer | null> {
  const [row] = await db.select().from(registrationOffers).where(eq(registrationOffers.eventId, eventId));
  return row ?? null;
}

/** The offers of the events of these dates, by event. */
export async function offersOfDates(
  db: Reader,
  occurrenceIds: readonly string[],
): Promise<ReadonlyMap<string, StoredOffer>> {
  if (occurrenceIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([registrationOffers.eventId], { offer: registrationOffers })
    .from(registrationOffers)
    .innerJoin(
      agendaOccurrences,
      and(
        eq(agendaOccurrences.hubId, registrationOffers.hubId),
        eq(agendaOccurrences.eventId, registrationOffers.eventId),
      ),
    )
    .where(inArray(agendaOccurrences.id, [...occurrenceIds]));
  return new Map(rows.map(({ offer }) => [offer.eventId, offer]));
}
