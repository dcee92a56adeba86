import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { questionKinds } from '../domain/survey.ts';
import { trainingChanged } from '../facts.ts';
import { mayRunTraining } from '../policy.ts';
import { trainingSettings } from '../tables.ts';

const questions = z
  .array(
    z.object({
      text: z.string().trim().max(200, 'Une question tient en 200 caractères.'),
      kind: z.enum(questionKinds),
    }),
  )
  .max(20, 'Vingt questions au plus.')
  .transform((list) => list.filter(({ text }) => text !== ''));

const words = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`);

/** Says how the hub trains. Questions left out are the common ones. */
export const setTrainingSettings = command({
  name: 'training.set-settings',
  input: z.object({
    /** 0 when there was no choice yet. */
    version: z.int().min(0),
    nda: words(20).regex(/^[\dA-Z ]*$/i, 'Un numéro de déclaration d’activité est fait de chiffres et de lettres.'),
    representative: words(120),
    representativeRole: words(120),
    vatWords: words(300),
    withdrawalWords: words(600),
    paymentWords: words(600),
    hotQuestions: questions,
    coldQuestions: questions,
    coldAfterMonths: z.int('Indiquez un nombre de mois.').min(1, 'Un mois au moins.').max(24, 'Deux ans au plus.'),
    keptYears: z.int('Indiquez un nombre d’années.').min(3, 'Trois ans au moins.').max(20, 'Vingt ans au plus.'),
  }),
  allow: mayRunTraining,
  async run(work, { version, ...fields }) {
    const [stored] = await work.db.select().from(trainingSettings).for('update');
    if ((stored?.version ?? 0) !== version) return refuse('edited_meanwhile');
    const change = { ...fields, updatedAt: work.now() };
    if (stored)
      await work.db
        .update(trainingSettings)
        .set({ ...change, version: stored.version + 1 })
        .where(eq(trainingSettings.hubId, work.hubId));
    else {
      const written = await work.db.insert(trainingSettings).values(change).onConflictDoNothing().returning();
      if (written.length === 0) return refuse('edited_meanwhile');
    }
    work.publish(trainingChanged());
    work.record({ subjectKind: 'training', subjectId: null, summary: 'Réglages des formations modifiés' });
    return accept(null);
  },
});
