import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepAdvice } from '../policy.ts';
import { readyAnswers } from '../tables.ts';

const content = {
  title: z.string().trim().min(1, 'Donnez-lui un nom, pour la retrouver.').max(80, 'Le nom tient en 80 caractères.'),
  text: z.string().trim().min(1, 'Écrivez la réponse.').max(5000, 'C’est trop long : 5 000 caractères au plus.'),
};

/** Writes an answer in advance. */
export const addReadyAnswer = command({
  name: 'advice.add-ready-answer',
  input: z.object(content),
  allow: mayKeepAdvice,
  async run(work, input) {
    const id = work.newId();
    await work.db.insert(readyAnswers).values({ ...input, id, updatedAt: work.now() });
    work.record({ subjectKind: 'advice', subjectId: id, summary: `Réponse type « ${input.title} » ajoutée` });
    return accept({ id });
  },
});

export const editReadyAnswer = command({
  name: 'advice.edit-ready-answer',
  input: z.object({ ...content, id: z.uuid(), version: z.coerce.number().int().positive() }),
  allow: mayKeepAdvice,
  async run(work, { id, version, ...input }) {
    const { rowCount } = await work.db
      .update(readyAnswers)
      .set({ ...input, updatedAt: work.now(), version: sql`${readyAnswers.version} + 1` })
      .where(and(eq(readyAnswers.id, id), eq(readyAnswers.version, version)));
    if (rowCount === 0) return refuse('edited_meanwhile');
    work.record({ subjectKind: 'advice', subjectId: id, summary: `Réponse type « ${input.title} » modifiée` });
    return accept(null);
  },
});

export const deleteReadyAnswer = command({
  name: 'advice.delete-ready-answer',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepAdvice,
  async run(work, { id }) {
    const [gone] = await work.db.delete(readyAnswers).where(eq(readyAnswers.id, id)).returning();
    if (!gone) return refuse('not_found');
    work.record({ subjectKind: 'advice', subjectId: id, summary: `Réponse type « ${gone.title} » supprimée` });
    return accept({ title: gone.title, text: gone.text });
  },
});
