import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { slotModes } from '../domain/slot-modes.ts';
import { appointmentCancelledMail } from '../emails/appointment-mails.ts';
import type { AdviceLinks } from '../links.ts';
import { mayKeepAdvice } from '../policy.ts';
import { adviceRequests, appointments, appointmentSlots } from '../tables.ts';
import { letterheadOf } from './saving/letters.ts';
import { requestLink } from './saving/request-link.ts';

const input = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Choisissez un jour.'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Indiquez l’heure du début, par exemple 09:00.'),
  minutes: z.coerce
    .number('Indiquez une durée en minutes.')
    .int()
    .min(10, 'Dix minutes au moins.')
    .max(240, 'Quatre heures au plus.'),
  /** How many one after the other. */
  count: z.coerce
    .number('Indiquez combien.')
    .int()
    .min(1, 'Un rendez-vous au moins.')
    .max(16, 'Seize rendez-vous à la suite au plus.'),
  mode: z.enum(slotModes, 'Choisissez où cela se passe.'),
  place: z.string().trim().max(300, 'L’adresse tient en 300 caractères.').default(''),
  hostName: z.string().trim().max(100, 'Le nom tient en 100 caractères.').default(''),
});

/** Offers one or several moments of a day, one after the other, in the hour of the hub. */
export const offerSlots = command({
  name: 'advice.offer-slots',
  input,
  allow: mayKeepAdvice,
  async run(work, { day, time, minutes, count, mode, place, hostName }) {
    const first = startOf(day, time, work.zone);
    if (!first) return refuse('no_such_day', { fields: { day: 'Ce jour n’existe pas.' } });
    if (Temporal.Instant.compare(first, work.now()) <= 0)
      return refuse('past', { fields: { day: 'Ce moment est passé.' } });
    const values = Array.from({ length: count }, (_, rank) => ({
      id: work.newId(),
      startsAt: first.add({ minutes: minutes * rank }),
      endsAt: first.add({ minutes: minutes * (rank + 1) }),
      mode,
      place,
      hostName,
      createdAt: work.now(),
    }));
    await work.db.insert(appointmentSlots).values(values);
    work.record({
      subjectKind: 'appointment-slot',
      subjectId: values[0]?.id ?? null,
      summary: `${plural(count, 'créneau proposé', 'créneaux proposés')} le ${formatDate(first, { zone: work.zone })}`,
    });
    return accept({ ids: values.map((slot) => slot.id) });
  },
});

function startOf(day: string, time: string, zone: string): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}

/** Takes a slot back; whoever had it is told, and may choose another. */
export const cancelSlot = (links: AdviceLinks) =>
  command({
    name: 'advice.cancel-slot',
    input: z.object({ id: z.uuid() }),
    allow: mayKeepAdvice,
    async run(work, { id }) {
      const [slot] = await work.db
        .update(appointmentSlots)
        .set({ cancelledAt: work.now() })
        .where(and(eq(appointmentSlots.id, id), isNull(appointmentSlots.cancelledAt)))
        .returning();
      if (!slot) return refuse('not_found');
      const [held] = await work.db.delete(appointments).where(eq(appointments.slotId, id)).returning();
      if (held) {
        const [asker] = await work.db
          .select({ name: adviceRequests.name, email: adviceRequests.email })
          .from(adviceRequests)
          .where(eq(adviceRequests.id, held.requestId));
        const href = await requestLink(work, links, held.requestId);
        if (asker?.email)
          await sendMail(
            work,
            appointmentCancelledMail({
              hub: await letterheadOf(work, links),
              to: { name: asker.name, email: asker.email },
              slot,
              zone: work.zone,
              href,
            }),
          );
      }
      work.record({
        subjectKind: 'appointment-slot',
        subjectId: id,
        summary: held ? 'Créneau annulé, la personne qui l’avait pris est prévenue' : 'Créneau annulé',
      });
      return accept({ wasTaken: held !== undefined });
    },
  });
