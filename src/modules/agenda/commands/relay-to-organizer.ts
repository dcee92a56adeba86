import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { relayedMessage, relayMail } from '#platform/mail/relay-mail.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isPublic, readEvent, type StoredEvent } from '../queries/stored-event.ts';

/** Whether everyone may write to whoever answers for this event. */
export function takesMessages(event: StoredEvent): boolean {
  return isPublic(event) && event.fields.contactEmail !== '';
}

/**
 * Passes a visitor's question on to whoever answers for an event, whose address the visitor never sees. The answer goes
 * straight to the visitor. The message is kept nowhere but in the outbox.
 */
export const relayToOrganizer = command({
  name: 'agenda.relay-to-organizer',
  input: z.object({ eventId: z.uuid(), ...relayedMessage }),
  allow: () => true,
  async run(work, { eventId, ...words }) {
    const event = await readEvent(work.db, eventId);
    if (!event || !takesMessages(event)) return refuse('not_found');
    const { title, contactEmail, contactName } = event.fields;
    await sendMail(work, {
      kind: 'agenda.relayed-message',
      ...relayMail(words, {
        to: { address: contactEmail, name: contactName || title },
        subjectName: `« ${title} »`,
        about: `au sujet de « ${title} », dans l’agenda`,
      }),
    });
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Question d’un visiteur transmise au sujet de « ${title} »`,
    });
    return accept({ slug: event.slug });
  },
});
