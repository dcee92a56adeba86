import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { tellEach } from '../../commands/saving/letters.ts';
import { mayKeepRegistrations } from '../../policy.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registeredDates } from '../../queries/registered-date.ts';
import { registrations } from '../../tables.ts';
import { audienceNames, audiences } from '../domain/audiences.ts';
import { messageMail } from '../emails/day-mails.ts';
import { readDoor } from '../queries/door.ts';
import { mailboxesOf, messageTargets } from '../queries/reachable.ts';
import { registrationLetters, registrationMessages } from '../tables.ts';

export const messageFields = z.object({
  subject: z.string().trim().min(1, 'Donnez un sujet.').max(160, 'Le sujet tient en 160 caractères.'),
  body: z.string().trim().min(1, 'Écrivez le message.').max(8000, 'Le message tient en 8 000 caractères.'),
});

/** Writes to those registered to a date, or to some of them: one letter a mailbox, each with its own private link. */
export const sendMessage = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.send-message',
    input: messageFields.extend({
      eventId: z.uuid(),
      occurrenceId: z.uuid(),
      audience: z.enum(audiences, 'Choisissez à qui écrire.'),
      answer: z
        .object({ key: z.string().max(40), value: z.string().max(300) })
        .nullable()
        .default(null),
    }),
    allow: mayKeepRegistrations,
    async run(work, { eventId, occurrenceId, audience, answer, subject, body }) {
      const door = await readDoor(work, { eventId, occurrenceId });
      const dates = door && (await registeredDates(work.db, { eventId, occurrenceId }));
      if (!door || !dates) return refuse('not_found');
      const people = await messageTargets(work.db, { eventId, occurrenceId, audience, answer });
      const mailboxes = mailboxesOf(people);
      if (mailboxes.size === 0) return refuse('nobody');
      const reached = [...mailboxes.values()].flat().map((one) => one.id);
      const id = work.newId();
      await work.db.insert(registrationMessages).values({
        id,
        eventId,
        occurrenceId,
        audience: [audienceNames[audience], answer?.value].filter(Boolean).join(' : '),
        subject,
        body,
        recipients: mailboxes.size,
        sentById: work.actor?.personId ?? null,
        sentBy: work.actor?.name ?? '',
        sentAt: work.now(),
      });
      await work.db
        .insert(registrationLetters)
        .values(reached.map((registrationId) => ({ id: work.newId(), registrationId, messageId: id, at: work.now() })));
      const rows = await work.db.select().from(registrations).where(inArray(registrations.id, reached));
      await tellEach(work, deps, { offer: door.offer, dates }, rows, (told) => messageMail(told, { subject, body }));
      work.record({
        subjectKind: 'event',
        subjectId: eventId,
        summary: `« ${dates.title} » : message « ${subject} » à ${plural(mailboxes.size, 'personne')}`,
      });
      return accept({ id, recipients: mailboxes.size, unreachable: people.length - reached.length });
    },
  });
