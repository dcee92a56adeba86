import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { nextLinkState } from '../../domain/link-state.ts';
import { webLinks } from '../../tables.ts';

const answer = z.union([z.object({ status: z.int() }), z.object({ refusal: z.string().max(60) })]);

/** Writes how some links answered. Run by a job. */
export const noteLinkAnswers = command({
  name: 'publishing.note-link-answers',
  input: z.object({
    answers: z
      .array(z.object({ id: z.uuid(), answer }))
      .min(1)
      .max(200),
  }),
  allow: (actor) => actor === null,
  async run(work, { answers }) {
    let [noted, dead] = [0, 0];
    for (const { id, answer: said } of answers.toSorted((a, b) => a.id.localeCompare(b.id))) {
      const [link] = await work.db.select().from(webLinks).where(eq(webLinks.id, id)).for('update');
      if (!link) continue;
      const next = nextLinkState(link, said, work.now());
      await work.db.update(webLinks).set(next).where(eq(webLinks.id, id));
      noted += 1;
      if (next.state === 'dead' && link.state !== 'dead') dead += 1;
    }
    if (noted === 0) return refuse('not_found');
    work.record({
      subjectKind: 'links',
      subjectId: null,
      summary: `Liens vérifiés : ${noted}${dead > 0 ? `, dont ${dead} qui ne répondent plus` : ''}`,
    });
    return accept({ noted, dead });
  },
});
