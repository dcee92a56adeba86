import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { preferredAddress } from '#modules/identity/index.ts';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { stateAfter } from '../domain/request-states.ts';
import { wroteAgainMail } from '../emails/team-mails.ts';
import type { AdviceLinks } from '../links.ts';
import { adviceRequests } from '../tables.ts';
import { addMessage } from './saving/add-message.ts';
import { letterheadOf, officeHref } from './saving/letters.ts';
import { lockedOwnRequest } from './saving/locked-request.ts';

/** The asker adds to her request, with its private link: she waits again, even if it was over. */
export const writeAgain = (links: AdviceLinks) =>
  command({
    name: 'advice.write-again',
    input: z.object({
      secret: z.string().max(100),
      message: z
        .string()
        .trim()
        .min(1, 'Écrivez quelques mots.')
        .max(5000, 'C’est trop long : 5 000 caractères au plus.'),
    }),
    allow: () => true,
    async run(work, { secret, message }) {
      const request = await lockedOwnRequest(work, secret);
      if (!request) return refuse('not_found');
      await addMessage(work, request.id, { kind: 'asker', text: message, authorName: request.name });
      const state = stateAfter({ state: request.state, isAssigned: request.assignedToId !== null }, 'write-again');
      await work.db
        .update(adviceRequests)
        .set({
          state: state ?? request.state,
          waitingSince: request.waitingSince ?? work.now(),
          closedAt: null,
          outcome: null,
          outcomeNote: '',
        })
        .where(eq(adviceRequests.id, request.id));
      const hub = await letterheadOf(work, links);
      const own = request.assignedToId ? await preferredAddress(work.db, request.assignedToId) : null;
      const to =
        own && request.assignedToId
          ? { address: own, personId: request.assignedToId }
          : hub.email
            ? { address: hub.email }
            : null;
      if (to)
        await sendMail(work, wroteAgainMail({ to, from: request, text: message, href: officeHref(hub, request.id) }));
      work.record({
        subjectKind: 'advice-request',
        subjectId: request.id,
        summary: 'Message ajouté à sa demande par la personne',
      });
      return accept(null);
    },
  });
