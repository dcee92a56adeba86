import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { originPath } from '../domain/origin-path.ts';
import type { AdviceLinks } from '../links.ts';
import { askerName, question, reach, referrerName, situation } from './request-fields.ts';
import { holdSlot } from './saving/hold-slot.ts';
import { keepRequest } from './saving/keep-request.ts';
import { acknowledge, tellHub } from './saving/letters.ts';
import { referrerNamed } from './saving/referrer-named.ts';

const input = z.object({
  name: askerName,
  reach,
  situation,
  message: question,
  subject: z
    .string()
    .default('')
    .transform((text) => text.trim().slice(0, 120)),
  cameFrom: z.string().default('').transform(originPath),
  referrer: referrerName,
  wantsCall: z.boolean().default(false),
  callWhen: z.string().trim().max(200, 'Quelques mots suffisent : 200 caractères au plus.').default(''),
  slotId: z.uuid().nullable().default(null),
  selfCheck: z
    .string()
    .default('')
    .transform((text) => text.trim().slice(0, 2000)),
});

/** Puts a question to the hub, with a slot if one was chosen. Anyone may. */
export const sendAdviceRequest = (links: AdviceLinks) =>
  command({
    name: 'advice.send-request',
    input,
    allow: () => true,
    async run(work, { reach: { email, phone }, message, referrer, slotId, ...asked }) {
      if (asked.wantsCall && !phone)
        return refuse('phone_needed', {
          fields: { reach: 'Pour qu’on vous rappelle, laissez plutôt un numéro de téléphone.' },
        });
      const request = { ...asked, email, phone, question: message };
      const id = await keepRequest(work, {
        ...request,
        referrerId: await referrerNamed(work, referrer),
        personId: work.actor?.personId ?? null,
      });
      const slot = slotId ? await holdSlot(work, slotId, id) : null;
      if (slotId && !slot)
        return refuse('slot_taken', {
          fields: { slot: 'Ce moment vient d’être pris par quelqu’un d’autre. Choisissez-en un autre.' },
        });
      await tellHub(work, links, { id, ...request }, slot);
      await acknowledge(work, links, { id, ...request }, slot);
      work.record({ subjectKind: 'advice-request', subjectId: id, summary: 'Demande de conseil reçue par le site' });
      return accept({ id });
    },
  });
