import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayAnswerAdvice } from '../policy.ts';
import { messageText } from './request-fields.ts';
import { addMessage, markAnswered } from './saving/add-message.ts';
import { lockedRequest } from './saving/locked-request.ts';

/** Keeps a note for the team, or a call and whether it answered. The asker reads neither. */
export const noteOnRequest = command({
  name: 'advice.note-on-request',
  input: z.object({
    id: z.uuid(),
    kind: z.enum(['note', 'call']),
    text: messageText,
    hasAnswered: z.boolean().default(false),
  }),
  allow: mayAnswerAdvice,
  async run(work, { id, kind, text, hasAnswered }) {
    const request = await lockedRequest(work, id);
    if (!request) return refuse('not_found');
    await addMessage(work, id, { kind, text });
    if (kind === 'call' && hasAnswered && request.state !== 'closed') await markAnswered(work, request);
    work.record({
      subjectKind: 'advice-request',
      subjectId: id,
      summary: kind === 'call' ? 'Appel noté sur une demande' : 'Note ajoutée à une demande',
    });
    return accept(null);
  },
});
