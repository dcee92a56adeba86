import { eq, inArray, or } from 'drizzle-orm';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { Reader, Transaction } from '#platform/db/database.ts';
import { registrationLetters, registrationMarks, registrationMessages, registrationRides } from './tables.ts';
import { ridesOf } from './queries/rides.ts';

const marks = { present: 'présent·e', absent: 'absent·e', excused: 'excusé·e' };
const rideStates = { asked: 'demandé', agreed: 'accordé', declined: 'refusé', withdrawn: 'retiré' };

/** What the day left of these registrations: who came, what was written, who rode with whom. */
export async function dayEntries(db: Reader, ids: readonly string[]): Promise<PersonalDataSection['entries']> {
  if (ids.length === 0) return [];
  const noted = await db
    .select()
    .from(registrationMarks)
    .where(inArray(registrationMarks.registrationId, [...ids]));
  const letters = await db
    .select({ subject: registrationMessages.subject, at: registrationLetters.at })
    .from(registrationLetters)
    .innerJoin(registrationMessages, eq(registrationMessages.id, registrationLetters.messageId))
    .where(inArray(registrationLetters.registrationId, [...ids]));
  const rides = await ridesOf(db, ids);
  return [
    ...noted.flatMap((mark) =>
      mark.mark ? [{ label: 'Émargement', value: marks[mark.mark], since: mark.markedAt }] : [],
    ),
    ...letters.map((letter) => ({ label: 'Message reçu', value: letter.subject, since: letter.at })),
    ...rides.map((ride) => ({
      label: ids.includes(ride.driverId) ? 'Covoiturage, au volant' : 'Covoiturage, en passager·ère',
      value: rideStates[ride.state],
      since: ride.askedAt,
    })),
  ];
}

/** Takes rides of erased people away, and the name of whoever of the team noted or wrote. */
export async function eraseDay(tx: Transaction, personId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .delete(registrationRides)
      .where(or(inArray(registrationRides.driverId, [...ids]), inArray(registrationRides.passengerId, [...ids])));
  await tx
    .update(registrationMarks)
    .set({ notedBy: '', notedById: null })
    .where(eq(registrationMarks.notedById, personId));
  await tx
    .update(registrationMessages)
    .set({ sentBy: '', sentById: null })
    .where(eq(registrationMessages.sentById, personId));
}

/** After two persons of the team became one. */
export async function moveDayTo(tx: Transaction, keptId: string, mergedId: string): Promise<void> {
  await tx.update(registrationMarks).set({ notedById: keptId }).where(eq(registrationMarks.notedById, mergedId));
  await tx.update(registrationMessages).set({ sentById: keptId }).where(eq(registrationMessages.sentById, mergedId));
}
