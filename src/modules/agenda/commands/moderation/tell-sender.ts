import { and, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { eventProposalMail, type ProposalNews } from '../../emails/event-proposal-mail.ts';
import { eventPath, officePaths } from '../../paths.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { agendaSenders } from '../../tables.ts';
import { lockEvent } from '../saving/lock-event.ts';

const input = z.object({
  id: z.uuid(),
  address: z.string(),
  origin: z.url(),
  /** Path of her private link. */
  followedAt: z.string(),
  hubName: z.string(),
});

/** Mails whoever proposed an event where it stands, once a version. Run by a job, without actor. */
export const tellSenderOfProposal = command({
  name: 'agenda.tell-sender',
  input,
  allow: (actor) => actor === null,
  async run(work, { id, address, origin, followedAt, hubName }) {
    const event = await lockEvent(work.db, id);
    const [known] = await work.db.select().from(agendaSenders).where(eq(agendaSenders.eventId, id));
    const news = event && known && newsOf(event, known.toldVersion);
    if (!event || !known || !news) return refuse('nothing_to_tell');
    const [sender] = await work.db
      .update(agendaSenders)
      .set({ toldVersion: event.version })
      .where(and(eq(agendaSenders.eventId, id), lt(agendaSenders.toldVersion, event.version)))
      .returning();
    if (!sender) return refuse('nothing_to_tell');
    // Someone of the hub corrects hers in the editor.
    const way = sender.email === '' ? officePaths.event(id) : followedAt;
    await sendMail(work, {
      kind: `agenda.proposal-${news}`,
      to: {
        address,
        // The first letter goes to an address that anyone may have typed: it carries none of her words.
        ...(news === 'received' ? {} : { name: sender.name }),
        ...(sender.personId ? { personId: sender.personId } : {}),
      },
      ...eventProposalMail(news, {
        title: event.fields.title,
        word: event.moderationNote,
        href: origin + (news === 'published' ? eventPath(event.slug) : way),
        hubName,
      }),
    });
    work.record({ subjectKind: 'event', subjectId: id, summary: `« ${event.fields.title} » : auteur prévenu` });
    return accept({ id });
  },
});

/** What she does not know yet. */
function newsOf(event: StoredEvent, toldVersion: number): ProposalNews | null {
  if (event.status === 'returned') return event.trashedAt ? 'refused' : 'returned';
  if (event.trashedAt) return null;
  if (event.status === 'published') return 'published';
  return event.status === 'proposed' && toldVersion === 0 ? 'received' : null;
}
