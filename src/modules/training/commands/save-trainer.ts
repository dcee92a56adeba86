import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { personCards } from '#modules/identity/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { trainingChanged } from '../facts.ts';
import { mayRunTraining } from '../policy.ts';
import { trainingTrainers } from '../tables.ts';

/** Adds someone who teaches, or changes what is said of her. `isRemoved` takes her off the lists, never off the papers. */
export const saveTrainer = command({
  name: 'training.save-trainer',
  input: z.object({
    id: z.uuid().nullable(),
    version: z.int().positive().nullable(),
    name: z.string().trim().min(1, 'Donnez un nom.').max(120, 'Ce nom tient en 120 caractères.'),
    qualification: z.string().trim().max(300, 'Cette présentation tient en 300 caractères.').default(''),
    personId: z.uuid().nullable().default(null),
    organizationId: z.uuid().nullable().default(null),
    isRemoved: z.boolean().default(false),
  }),
  allow: mayRunTraining,
  async run(work, { id, version, isRemoved, ...fields }) {
    const now = work.now();
    if (fields.personId && !(await personCards(work.db, [fields.personId])).has(fields.personId))
      return refuse('unknown_person', { fields: { personId: 'Cette personne n’est plus connue du pôle.' } });
    const change = { ...fields, updatedAt: now, trashedAt: isRemoved ? now : null };
    const summary = `Formatrice ou formateur « ${fields.name} » ${isRemoved ? 'retiré·e' : id ? 'modifié·e' : 'ajouté·e'}`;
    if (id === null) {
      const added = work.newId();
      await work.db.insert(trainingTrainers).values({ ...change, id: added, createdAt: now });
      work.record({ subjectKind: 'trainer', subjectId: added, summary });
      return accept({ id: added });
    }
    const [stored] = await work.db.select().from(trainingTrainers).where(eq(trainingTrainers.id, id)).for('update');
    if (!stored) return refuse('not_found');
    if (stored.version !== version) return refuse('edited_meanwhile', { details: { version: stored.version } });
    await work.db
      .update(trainingTrainers)
      .set({ ...change, version: stored.version + 1 })
      .where(eq(trainingTrainers.id, id));
    work.publish(trainingChanged());
    work.record({ subjectKind: 'trainer', subjectId: id, summary });
    return accept({ id });
  },
});
