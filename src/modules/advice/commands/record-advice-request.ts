import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { channelNames, requestChannels } from '../domain/request-channels.ts';
import type { AdviceLinks } from '../links.ts';
import { mayKeepAdvice } from '../policy.ts';
import { askerName, question, referrerName, situation, tags } from './request-fields.ts';
import { addMessage, markAnswered } from './saving/add-message.ts';
import { keepRequest } from './saving/keep-request.ts';
import { acknowledge } from './saving/letters.ts';
import { lockedRequest } from './saving/locked-request.ts';
import { referrerNamed } from './saving/referrer-named.ts';

const input = z.object({
  channel: z.enum(requestChannels, 'Dites comment la demande est arrivée.'),
  name: askerName,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .refine(
      (text) => text === '' || /^[^\s@,]+@[^\s@,]+\.[^\s@,]{2,}$/.test(text),
      'Cette adresse ne semble pas complète : il faut une arobase et un point.',
    )
    .transform((text) => text || null),
  phone: z
    .string()
    .trim()
    .refine((text) => text === '' || /^\+?[\d .()/-]{6,30}$/.test(text), 'Ce numéro ne semble pas complet.')
    .transform((text) => text || null),
  situation,
  question,
  referrer: referrerName,
  tags: tags.default([]),
  /** What was answered at once, if anything. */
  answer: z.string().trim().max(10_000, 'C’est trop long : 10 000 caractères au plus.').default(''),
});

/** Types a request for someone who phoned, came or wrote on paper. No mail needed. */
export const recordAdviceRequest = (links: AdviceLinks) =>
  command({
    name: 'advice.record-request',
    input,
    allow: mayKeepAdvice,
    async run(work, { referrer, answer, ...asked }) {
      const id = await keepRequest(work, {
        ...asked,
        referrerId: await referrerNamed(work, referrer),
        typedById: work.actor?.personId ?? null,
        typedBy: work.actor?.name ?? '',
      });
      if (answer) {
        await addMessage(work, id, { kind: 'answer', text: answer });
        const request = await lockedRequest(work, id);
        if (request) await markAnswered(work, request);
      }
      await acknowledge(work, links, { id, name: asked.name, email: asked.email }, null);
      work.record({
        subjectKind: 'advice-request',
        subjectId: id,
        summary: `Demande de conseil saisie pour quelqu’un, reçue ${channelNames[asked.channel]}`,
      });
      return accept({ id });
    },
  });
