import { and, eq, gte, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { eventFields } from '../../event/agenda-event.ts';
import { tellSender } from '../../jobs/tell-sender-job.ts';
import { mayPublishEvents, mayWriteEvents } from '../../policy.ts';
import { readAgendaSettings } from '../../queries/agenda-settings.ts';
import { agendaSenders } from '../../tables.ts';
import { addEvent } from '../saving/write-event.ts';
import { keepSender } from './keep-sender.ts';
import { atPlace } from './place-of-proposal.ts';
import { placeFields, reasonField, senderFields, type SenderFields } from './proposal-input.ts';

const input = z.object({
  /** Checked by event/agenda-event.ts. */
  fields: z.unknown(),
  place: placeFields,
  reason: reasonField,
  /** Who proposes, when she may not write events under her own name; not read otherwise. */
  sender: senderFields.nullable().default(null),
  /** The public event that this one does again. */
  repeatsId: z.uuid().nullable().default(null),
});

/**
 * Anyone proposes an event. Someone who publishes without validation publishes at once; another's waits to be read by the
 * team, and its sender is told by mail how to follow it.
 */
export const proposeEvent = command({
  name: 'agenda.propose-event',
  input,
  allow: () => true,
  async run(work, { fields: raw, place, reason, sender: said, repeatsId }) {
    const parsed = eventFields.safeParse(raw);
    if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
    const writer = mayWriteEvents(work.actor) ? work.actor : null;
    if (!writer && !said) return refuse('sender_needed');
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate().toString();
    const lastDay = parsed.data.endsOn ?? parsed.data.startsOn;
    if (!writer && lastDay < today)
      return refuse('unclear_fields', { fields: { startsOn: 'Cette date est déjà passée.' } });
    if (said && !writer && (await hasProposedTooMuch(work, said))) return refuse('too_many');
    const fields = await atPlace(work, { ...parsed.data, isOwn: false }, place);
    const { trustedRoles } = await readAgendaSettings(work.db);
    const isPublished = mayPublishEvents(writer, trustedRoles);
    const added = await addEvent(work, { fields, status: isPublished ? 'published' : 'proposed', repeatsId });
    if (!isPublished) {
      const personId = work.actor?.personId ?? null;
      const who = writer ? { name: writer.name, email: '', phone: '' } : said;
      if (who)
        await keepSender(work, added.id, { ...who, personId, reason, placeName: place.name, placeCity: place.city });
      if (!writer) await work.enqueue(tellSender, { id: added.id });
    }
    work.record({
      subjectKind: 'event',
      subjectId: added.id,
      summary: `« ${fields.title} » : ${isPublished ? 'publié' : 'proposé'}${writer ? '' : ' par un visiteur'}`,
    });
    return accept({ id: added.id, slug: added.slug, status: added.status });
  },
});

const mostADay = 10;
const mostOfAll = 300;

/** Keeps the mail that confirms from being a way to flood somebody, and the list from being flooded. */
async function hasProposedTooMuch(work: CommandContext, { email, phone }: SenderFields): Promise<boolean> {
  const since = gte(agendaSenders.sentAt, work.now().subtract({ hours: 24 }));
  const count = (which?: SQL): Promise<number> => work.db.$count(agendaSenders, and(since, which));
  const same = or(
    email ? eq(agendaSenders.email, email.toLowerCase()) : undefined,
    phone ? eq(agendaSenders.phone, phone) : undefined,
  );
  return (await count(same)) >= mostADay || (await count()) >= mostOfAll;
}
