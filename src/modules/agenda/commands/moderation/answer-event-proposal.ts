import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { tellSender } from '../../jobs/tell-sender-job.ts';
import { mayRunAgenda } from '../../policy.ts';
import { lockEvent } from '../saving/lock-event.ts';
import { writeEvent } from '../saving/write-event.ts';
import { withVenue } from './place-of-proposal.ts';

export const proposalAnswers = ['publish', 'return', 'refuse'] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];

const input = z
  .object({
    id: z.uuid(),
    /** The version that was read: what changed since then is read again first. Null when acting on several at once. */
    version: z.int().positive().nullable().default(null),
    answer: z.enum(proposalAnswers),
    word: z.string().trim().max(1000, 'Ce mot tient en 1 000 caractères.').default(''),
  })
  .superRefine(({ answer, word }, check) => {
    if (answer !== 'publish' && word === '')
      check.addIssue({ code: 'custom', path: ['word'], message: 'Dites pourquoi en un mot.' });
  });

/** Publishes a proposed event, sends it back with a word, or refuses it into the trash. Its sender is told each time. */
export const answerEventProposal = command({
  name: 'agenda.answer-proposal',
  input,
  allow: mayRunAgenda,
  async run(work, { id, version, answer, word }) {
    const stored = await lockEvent(work.db, id);
    if (!stored || stored.trashedAt) return refuse('not_found');
    if (stored.status !== 'proposed') return refuse('already_handled');
    if (version !== null && stored.version !== version) return refuse('edited_meanwhile');
    if (answer === 'publish') {
      const fields = await withVenue(work, id, stored.fields);
      await writeEvent(work, stored, { fields, status: 'published', moderationNote: '' });
    } else {
      const trashedAt = answer === 'refuse' ? work.now() : null;
      await writeEvent(work, stored, { status: 'returned', moderationNote: word, trashedAt });
      await work.enqueue(tellSender, { id });
    }
    work.record({
      subjectKind: 'event',
      subjectId: id,
      summary: `« ${stored.fields.title} » : proposition ${done[answer]}`,
      ...(word ? { details: { word } } : {}),
    });
    return accept({ id, slug: stored.slug });
  },
});

const done = { publish: 'publiée', return: 'renvoyée à son auteur', refuse: 'refusée' } as const;
