import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { appointmentTakenMail } from '../emails/appointment-mails.ts';
import type { AdviceLinks } from '../links.ts';
import { appointments } from '../tables.ts';
import { holdSlot } from './saving/hold-slot.ts';
import { letterheadOf } from './saving/letters.ts';
import { lockedOwnRequest } from './saving/locked-request.ts';
import { requestLink } from './saving/request-link.ts';

const secret = z.string().max(100);

/** The asker takes a slot, or another one than she had. */
export const takeSlot = (links: AdviceLinks) =>
  command({
    name: 'advice.take-slot',
    input: z.object({ secret, slotId: z.uuid('Choisissez un moment.') }),
    allow: () => true,
    async run(work, { secret: own, slotId }) {
      const request = await lockedOwnRequest(work, own);
      if (!request) return refuse('not_found');
      if (request.state === 'closed') return refuse('closed');
      const slot = await holdSlot(work, slotId, request.id);
      if (!slot)
        return refuse('slot_taken', { fields: { slotId: 'Ce moment vient d’être pris. Choisissez-en un autre.' } });
      const { name, email } = request;
      const href = await requestLink(work, links, request.id);
      if (email)
        await sendMail(
          work,
          appointmentTakenMail({
            hub: await letterheadOf(work, links),
            to: { name, email },
            slot,
            zone: work.zone,
            href,
          }),
        );
      work.record({ subjectKind: 'advice-request', subjectId: request.id, summary: 'Rendez-vous pris' });
      return accept(null);
    },
  });

/** The asker gives her slot back: it is free at once for somebody else. */
export const giveSlotBack = command({
  name: 'advice.give-slot-back',
  input: z.object({ secret }),
  allow: () => true,
  async run(work, { secret: own }) {
    const request = await lockedOwnRequest(work, own);
    if (!request) return refuse('not_found');
    const { rowCount } = await work.db.delete(appointments).where(eq(appointments.requestId, request.id));
    if (rowCount === 0) return refuse('no_appointment');
    work.record({
      subjectKind: 'advice-request',
      subjectId: request.id,
      summary: 'Rendez-vous annulé par la personne',
    });
    return accept(null);
  },
});
