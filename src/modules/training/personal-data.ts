import { and, asc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { signatureDrawing } from './domain/signature.ts';
import { traineeStatusNames } from './domain/trainee-statuses.ts';
import {
  trainingAttendances,
  trainingCourses,
  trainingHalfDays,
  trainingInterests,
  trainingSessions,
  trainingTrainees,
  trainingTrainers,
} from './tables.ts';

const ownSeats = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${trainingTrainees.personId}`,
    email: sql`${trainingTrainees.email}`,
    name: sql`${trainingTrainees.name}`,
  });

const ownInterests = (personId: string): SQL =>
  ownRows(personId, { email: sql`${trainingInterests.email}`, name: sql`${trainingInterests.name}` });

/** What trainings hold about a person: what she followed, what she waits for, and that she teaches. */
export const trainingPersonalData: PersonalData = {
  async export({ db }, personId) {
    const seats = ownSeats(personId);
    const followed = await db
      .select({ trainee: trainingTrainees, title: trainingCourses.title })
      .from(trainingTrainees)
      .innerJoin(trainingSessions, eq(trainingSessions.id, trainingTrainees.sessionId))
      .innerJoin(trainingCourses, eq(trainingCourses.id, trainingSessions.courseId))
      .where(seats)
      .orderBy(asc(trainingTrainees.createdAt));
    const signed = await db
      .select({ path: trainingAttendances.signature, at: trainingAttendances.signedAt, day: trainingHalfDays.heldOn })
      .from(trainingAttendances)
      .innerJoin(trainingTrainees, eq(trainingTrainees.id, trainingAttendances.traineeId))
      .innerJoin(trainingHalfDays, eq(trainingHalfDays.id, trainingAttendances.halfDayId))
      .where(and(seats, ne(trainingAttendances.signature, '')))
      .orderBy(asc(trainingAttendances.signedAt));
    const interests = await db
      .select({ interest: trainingInterests, title: trainingCourses.title })
      .from(trainingInterests)
      .innerJoin(trainingCourses, eq(trainingCourses.id, trainingInterests.courseId))
      .where(ownInterests(personId));
    const taught = await db.select().from(trainingTrainers).where(eq(trainingTrainers.personId, personId));
    const entries = [
      ...followed.map(({ trainee, title }) => ({
        label: 'Formation',
        value: [
          title,
          trainee.name,
          trainee.email,
          trainee.phone,
          trainee.organizationName,
          trainee.municipality,
          traineeStatusNames[trainee.status],
          trainee.funder,
        ]
          .filter(Boolean)
          .join(', '),
        since: trainee.createdAt,
      })),
      ...signed.map(({ path, at, day }) => ({
        label: `Signature dessinée pour le ${formatDate(day)}`,
        value: signatureDrawing(path),
        ...(at ? { since: at } : {}),
      })),
      ...interests.map(({ interest, title }) => ({
        label: 'À prévenir d’une session',
        value: [title, interest.name, interest.email].filter(Boolean).join(', '),
        since: interest.askedAt,
      })),
      ...taught.map((trainer) => ({
        label: 'Présenté·e comme formatrice ou formateur',
        value: [trainer.name, trainer.qualification].filter(Boolean).join(', '),
        since: trainer.createdAt,
      })),
    ];
    return entries.length > 0 ? [{ title: 'Formations', entries }] : [];
  },
  async erase(tx, personId) {
    await tx.delete(trainingInterests).where(ownInterests(personId));
    await tx.update(trainingTrainers).set({ personId: null }).where(eq(trainingTrainers.personId, personId));
    const kept = await tx
      .update(trainingTrainees)
      .set({ email: null, phone: null, personId: null })
      .where(ownSeats(personId))
      .returning({ id: trainingTrainees.id });
    const ids = kept.map(({ id }) => id);
    if (ids.length > 0)
      await tx.update(trainingAttendances).set({ signature: '' }).where(inArray(trainingAttendances.traineeId, ids));
    return kept.length > 0
      ? [
          'Le nom, sur les feuilles d’émargement et les certificats des formations suivies : l’organisme doit pouvoir en justifier (code du travail, articles L6361-1 et suivants).',
        ]
      : [];
  },
};
