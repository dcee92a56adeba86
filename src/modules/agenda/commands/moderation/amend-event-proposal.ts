import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { eventFields } from '../../event/agenda-event.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { agendaSenders } from '../../tables.ts';
import { lockEvent } from '../saving/lock-event.ts';
import { writeEvent } from '../saving/write-event.ts';
import { atPlace } from './place-of-proposal.ts';
import { placeFields, reasonField } from './proposal-input.ts';

/** The id was read in the signed link of its sender: whoever holds it may. */
const followed = z.object({ id: z.uuid() });

/** Whoever follows her proposal changes it, and sends it again; not once it is published. */
export const amendEventProposal = command({
  name: 'agenda.amend-proposal',
  input: followed.extend({
    version: z.int().positive(),
    fields: z.record(z.string(), z.unknown()),
    place: placeFields,
    reason: reasonField,
  }),
  allow: () => true,
  async run(work, { id, version, fields: raw, place, reason }) {
    const stored = await openProposal(work, id);
    if ('refused' in stored) return refuse(stored.refused);
    if (stored.version !== version) return refuse('edited_meanwhile');
    const parsed = eventFields.safeParse({ ...stored.fields, ...raw, isOwn: false });
    if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
    const fields = await atPlace(work, parsed.data, place);
    await writeEvent(work, stored, { fields, status: 'proposed', moderationNote: '' });
    await work.db
      .update(agendaSenders)
      .set({ reason, placeName: place.name, placeCity: place.city })
      .where(eq(agendaSenders.eventId, id));
    work.record({
      subjectKind: 'event',
      subjectId: id,
      summary: `« ${fields.title} » : proposition reprise par son auteur`,
    });
    return accept({ id });
  },
});

/** Whoever follows her proposal takes it back: it goes to the trash, and she is forgotten. */
export const withdrawEventProposal = command({
  name: 'agenda.withdraw-proposal',
  input: followed,
  allow: () => true,
  async run(work, { id }) {
    const stored = await openProposal(work, id);
    if ('refused' in stored) return refuse(stored.refused);
    const { title } = stored.fields;
    const fields = { ...stored.fields, contactName: '', contactPhone: '', contactEmail: '' };
    await writeEvent(work, stored, { fields, trashedAt: work.now() });
    await work.db.delete(agendaSenders).where(eq(agendaSenders.eventId, id));
    work.record({ subjectKind: 'event', subjectId: id, summary: `« ${title} » : proposition retirée par son auteur` });
    return accept({ id });
  },
});

async function openProposal(
  work: CommandContext,
  id: string,
): Promise<StoredEvent | { refused: 'not_found' | 'already_handled' }> {
  const stored = await lockEvent(work.db, id);
  const [sender] = await work.db.select().from(agendaSenders).where(eq(agendaSenders.eventId, id));
  if (!stored || stored.trashedAt || !sender) return { refused: 'not_found' };
  const isOpen = stored.status === 'proposed' || stored.status === 'returned';
  return isOpen ? stored : { refused: 'already_handled' };
}
