import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { registerByStaff, type RegistrationDependencies } from '#modules/registration/index.ts';
import { command } from '#platform/command/command.ts';
import { executeWithin } from '#platform/command/execute.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { traineeResults, traineeStatuses } from '../domain/trainee-statuses.ts';
import { mayRunTraining } from '../policy.ts';
import { enrolledOf, readTrainee } from '../queries/trainees.ts';
import { trainingTrainees } from '../tables.ts';
import { momentsOf } from '../domain/half-day.ts';
import { isHeld } from '../domain/session-states.ts';
import type { StoredSession } from '../queries/stored-session.ts';
import { followRegistrations } from './follow-registrations.ts';
import { lockSession } from './saving/locked.ts';

const input = z.object({
  sessionId: z.uuid(),
  /** Null for a new one. */
  id: z.uuid().nullable(),
  name: z.string().trim().min(1, 'Donnez un nom.').max(160, 'Ce nom tient en 160 caractères.'),
  email: z.union([z.literal('').transform(() => null), z.email('Cette adresse n’est pas valable.').max(254), z.null()]),
  phone: z.string().trim().max(40, 'Ce numéro est trop long.').default(''),
  organizationId: z.uuid().nullable().default(null),
  organizationName: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
  municipality: z.string().trim().max(120, 'Ce nom est trop long.').default(''),
  status: z.enum(traineeStatuses).default('unknown'),
  funder: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
  paysHerself: z.boolean().default(false),
  priceCents: z
    .int('Écrivez un prix, comme 120 ou 45,50.')
    .min(0, 'Un prix ne peut être négatif.')
    .max(10_000_000)
    .default(0),
  agreementSignedOn: z.iso
    .date('Écrivez une date.')
    .transform((text) => Temporal.PlainDate.from(text))
    .nullable()
    .default(null),
  result: z.enum(traineeResults).default('not_assessed'),
  isWithdrawn: z.boolean().default(false),
});

/** Enrols someone by hand (a phone call, a session of the past), or completes what is known of a trainee. */
export const saveTrainee = (registrations: RegistrationDependencies) =>
  command({
    name: 'training.save-trainee',
    input,
    allow: mayRunTraining,
    async run(work, { sessionId, id, isWithdrawn, ...fields }) {
      const session = await lockSession(work.db, sessionId);
      if (!session) return refuse('not_found');
      if (session.state === 'cancelled') return refuse('session_cancelled');
      let stored = id === null ? null : await readTrainee(work.db, sessionId, id);
      if (id !== null && !stored) return refuse('not_found');
      // One place less is taken where she registered: that is done there.
      if (stored?.registrationId && isWithdrawn && stored.state === 'enrolled') return refuse('registered_elsewhere');
      const joins = !isWithdrawn && stored?.state !== 'enrolled';
      if (joins && (await enrolledOf(work.db, sessionId)).length >= session.maxTrainees) return refuse('session_full');
      const now = work.now();
      const place = findMunicipality({ name: fields.municipality });
      const change = {
        ...fields,
        phone: fields.phone || null,
        nameKey: foldForSearch(fields.name),
        municipality: place?.municipality.name ?? fields.municipality,
        municipalityInsee: place?.municipality.insee ?? null,
        state: isWithdrawn ? ('withdrawn' as const) : ('enrolled' as const),
        updatedAt: now,
      };
      // Until it begins, a seat is taken where everyone takes hers.
      if (!stored && session.eventId && isAhead(session, work)) {
        const seated = await executeWithin(work, registerByStaff(registrations), {
          eventId: session.eventId,
          people: [
            {
              name: fields.name,
              email: fields.email,
              phone: fields.phone,
              organization: fields.organizationName,
              municipality: fields.municipality,
            },
          ],
        });
        if (!seated.ok) return refuse('unclear_fields', { fields: personFields(seated.fields) });
        await followRegistrations(work, { eventId: session.eventId, ids: seated.value.ids });
        const [enrolled] = (await enrolledOf(work.db, sessionId)).filter(
          ({ registrationId }) => registrationId !== null && seated.value.ids.includes(registrationId),
        );
        if (!enrolled) return refuse('session_full');
        stored = enrolled;
      }
      const traineeId = stored?.id ?? work.newId();
      if (stored)
        await work.db
          .update(trainingTrainees)
          .set(change)
          .where(and(eq(trainingTrainees.sessionId, sessionId), eq(trainingTrainees.id, traineeId)));
      else await work.db.insert(trainingTrainees).values({ ...change, id: traineeId, sessionId, createdAt: now });
      work.record({
        subjectKind: 'trainee',
        subjectId: traineeId,
        summary: `Stagiaire « ${fields.name} » ${id ? (isWithdrawn ? 'retiré·e' : 'modifié·e') : 'inscrit·e'}`,
      });
      return accept({ id: traineeId });
    },
  });

function isAhead(session: StoredSession, { zone, now }: { zone: string; now: () => Temporal.Instant }): boolean {
  const first = session.halfDays[0];
  return (
    isHeld(session.state) && first !== undefined && Temporal.Instant.compare(now(), momentsOf(first, zone).starts) < 0
  );
}

/** Messages about the one person registered, under the names of our fields. */
function personFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, message]) => [
      name.replace(/^people\.0\./, '').replace(/^organization$/, 'organizationName'),
      message,
    ]),
  );
}
