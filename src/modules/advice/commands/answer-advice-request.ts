import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { answerMail } from '../emails/answer-mail.ts';
import type { AdviceLinks } from '../links.ts';
import { mayAnswerAdvice } from '../policy.ts';
import { messageText, versionRead } from './request-fields.ts';
import { addMessage, markAnswered } from './saving/add-message.ts';
import { letterheadOf } from './saving/letters.ts';
import { lockedRequest } from './saving/locked-request.ts';
import { requestLink } from './saving/request-link.ts';

/**
 * Answers a request: by mail, or on the page the asker follows. Refused when somebody wrote in the thread since it was
 * read: two people never answer the same question.
 */
export const answerAdviceRequest = (links: AdviceLinks) =>
  command({
    name: 'advice.answer-request',
    input: z.object({ id: z.uuid(), answer: messageText, by: z.enum(['mail', 'page']), version: versionRead }),
    allow: mayAnswerAdvice,
    async run(work, { id, answer, by, version }) {
      const request = await lockedRequest(work, id);
      if (!request) return refuse('not_found');
      if (request.state === 'closed') return refuse('closed');
      if (version !== undefined && version !== request.version) return refuse('written_meanwhile');
      const href = await requestLink(work, links, id);
      if (by === 'mail') {
        if (!request.email)
          return refuse('no_address', {
            fields: { answer: 'Cette personne n’a pas laissé d’adresse e-mail : rappelez-la.' },
          });
        const to = { name: request.name, email: request.email, personId: request.personId };
        const hub = await letterheadOf(work, links);
        await sendMail(work, answerMail({ hub, to, text: answer, question: request.question, href }));
      }
      await addMessage(work, id, { kind: 'answer', text: answer, byMail: by === 'mail' });
      await markAnswered(work, request);
      work.record({
        subjectKind: 'advice-request',
        subjectId: id,
        summary: by === 'mail' ? 'Réponse envoyée par mail à une demande' : 'Réponse notée à une demande',
      });
      return accept(null);
    },
  });
