import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { traineeResults, traineeStatuses } from '../domain/trainee-statuses.ts';
import { mayRunTraining } from '../policy.ts';
import { enrolledOf, readTrainee } from '../queries/trainees.ts';
import { trainingTrainees } from '../tables.ts';
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
export const saveTrainee = command({
  name: 'training.save-trainee',
  input,
  allow: mayRunTraining,
  async run(work, { sessionId, id, isWithdrawn, ...fields }) {
    const session = await lockSession(work.db, sessionId);
    if (!session) return refuse('not_found');
    if (session.state === 'cancelled') return refuse('session_cancelled');
    const stored = id === null ? null : await readTrainee(work.db, sessionId, id);
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
      summary: `Stagiaire « ${fields.name} » ${stored ? (isWithdrawn ? 'retiré·e' : 'modifié·e') : 'inscrit·e'}`,
    });
    return accept({ id: traineeId });
  },
});
