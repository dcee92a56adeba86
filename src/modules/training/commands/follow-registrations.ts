import { and, eq } from 'drizzle-orm';
import { registrantsOf, type Registrant } from '#modules/registration/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { enrolmentOf } from '../domain/enrolment-answers.ts';
import { readCourse, type StoredCourse } from '../queries/stored-course.ts';
import { sessionOfEvent } from '../queries/stored-session.ts';
import { trainingTrainees, trainingTrainers } from '../tables.ts';

/** After people got a seat in a session or gave it up: its trainees are those who have one. */
export async function followRegistrations(
  work: CommandContext,
  { eventId, ids }: { eventId: string; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  const session = await sessionOfEvent(work.db, eventId);
  const course = session && (await readCourse(work.db, session.courseId));
  if (!session || !course) return;
  for (const registrant of await registrantsOf(work.db, { eventId, ids })) {
    if (registrant.state === 'confirmed') await enrol(work, session.id, course, registrant);
    // Once it is over, the proofs say who was there, whatever becomes of the registration.
    else if (session.state !== 'finished')
      await work.db
        .update(trainingTrainees)
        .set({ state: 'withdrawn', updatedAt: work.now() })
        .where(and(eq(trainingTrainees.sessionId, session.id), eq(trainingTrainees.registrationId, registrant.id)));
  }
}

async function enrol(
  work: CommandContext,
  sessionId: string,
  course: StoredCourse,
  registrant: Registrant,
): Promise<void> {
  const now = work.now();
  const { name, organizationId, organizationName, municipality, municipalityInsee, personId } = registrant;
  const said = {
    name,
    nameKey: foldForSearch(name),
    // Someone registered by her employer is written to at the employer's address.
    email: registrant.email ?? registrant.bookerEmail,
    phone: registrant.phone || null,
    personId,
    organizationId,
    organizationName,
    municipality,
    municipalityInsee,
    state: 'enrolled' as const,
    updatedAt: now,
  };
  await work.db
    .insert(trainingTrainees)
    .values({
      ...said,
      ...enrolmentOf(registrant.answers, course.prices),
      id: work.newId(),
      sessionId,
      registrationId: registrant.id,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: [trainingTrainees.hubId, trainingTrainees.sessionId, trainingTrainees.registrationId],
      set: said,
    });
}

/** After two persons became one: what was the second one's is the first one's. */
export async function moveTrainingTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.update(trainingTrainees).set({ personId: keptId }).where(eq(trainingTrainees.personId, mergedId));
  await work.db.update(trainingTrainers).set({ personId: keptId }).where(eq(trainingTrainers.personId, mergedId));
}
