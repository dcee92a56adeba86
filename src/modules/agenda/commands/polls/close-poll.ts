import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { htmlFromPlainText } from '#platform/rich-text/index.ts';
import { eventFields } from '../../event/agenda-event.ts';
import { tellAnswerers } from '../../jobs/tell-answerers-job.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaPollAnswers, agendaPollHosts, agendaPolls, agendaPollSlots, venues } from '../../tables.ts';
import { addEvent } from '../saving/write-event.ts';

const input = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  /** The date kept; null ends the poll without one. */
  slotId: z.uuid().nullable(),
  /** Who receives: a host of the list, or an answer that offered to. */
  host: z
    .object({ kind: z.enum(['host', 'answer']), id: z.uuid() })
    .nullable()
    .default(null),
});

/** Ends a poll. The date kept becomes a draft of the agenda, filled, and whoever answered is told, with a calendar file. */
export const closePoll = command({
  name: 'agenda.close-poll',
  input,
  allow: mayRunAgenda,
  async run(work, { id, version, slotId, host }) {
    const [poll] = await work.db.select().from(agendaPolls).where(eq(agendaPolls.id, id)).for('update');
    if (!poll || poll.trashedAt) return refuse('not_found');
    if (poll.closedAt) return refuse('poll_closed');
    if (poll.version !== version) return refuse('edited_meanwhile');
    const eventId = slotId === null ? null : await draftOf(work, poll, slotId, host);
    if (slotId !== null && eventId === null) return refuse('not_found');
    await work.db
      .update(agendaPolls)
      .set({ closedAt: work.now(), eventId, version: version + 1, updatedAt: work.now() })
      .where(eq(agendaPolls.id, id));
    if (eventId !== null) await work.enqueue(tellAnswerers, { id });
    work.record({
      subjectKind: 'poll',
      subjectId: id,
      summary: `Sondage « ${poll.title} » : ${eventId ? 'date choisie' : 'terminé sans date'}`,
    });
    return accept({ id, eventId });
  },
});

/** Puts a poll in the trash, with its answers: its link no longer answers. */
export const trashPoll = command({
  name: 'agenda.trash-poll',
  input: z.object({ id: z.uuid(), isTrashed: z.boolean() }),
  allow: mayRunAgenda,
  async run(work, { id, isTrashed }) {
    const [poll] = await work.db
      .update(agendaPolls)
      .set({ trashedAt: isTrashed ? work.now() : null, updatedAt: work.now() })
      .where(eq(agendaPolls.id, id))
      .returning({ title: agendaPolls.title });
    if (!poll) return refuse('not_found');
    work.record({
      subjectKind: 'poll',
      subjectId: id,
      summary: `Sondage « ${poll.title} » ${isTrashed ? 'mis à la corbeille' : 'rétabli'}`,
    });
    return accept({ id });
  },
});

async function draftOf(
  work: CommandContext,
  poll: typeof agendaPolls.$inferSelect,
  slotId: string,
  host: z.output<typeof input>['host'],
): Promise<string | null> {
  const [slot] = await work.db
    .select()
    .from(agendaPollSlots)
    .where(and(eq(agendaPollSlots.id, slotId), eq(agendaPollSlots.pollId, poll.id)));
  if (!slot) return null;
  const ends = slot.startsLocal.add({ minutes: slot.minutes });
  const time = (moment: Temporal.PlainDateTime): string => moment.toPlainTime().toString({ smallestUnit: 'minute' });
  const isNextDay = !ends.toPlainDate().equals(slot.startsLocal.toPlainDate());
  const fields = eventFields.parse({
    title: poll.title,
    body: htmlFromPlainText(poll.words),
    isOwn: true,
    zone: poll.zone,
    startsOn: slot.startsLocal.toPlainDate().toString(),
    startsAt: time(slot.startsLocal),
    endsOn: isNextDay ? ends.toPlainDate().toString() : null,
    endsAt: time(ends),
    ...(await placeOf(work, poll.id, host)),
  });
  return (await addEvent(work, { fields, status: 'draft' })).id;
}

async function placeOf(
  work: CommandContext,
  pollId: string,
  host: z.output<typeof input>['host'],
): Promise<{ venueId?: string; placeNote?: string }> {
  if (host?.kind === 'answer') {
    const [answer] = await work.db
      .select()
      .from(agendaPollAnswers)
      .where(and(eq(agendaPollAnswers.id, host.id), eq(agendaPollAnswers.pollId, pollId)));
    return { placeNote: (answer?.hostWords || answer?.organizationName || answer?.name || '').slice(0, 280) };
  }
  const [chosen] = host
    ? await work.db
        .select()
        .from(agendaPollHosts)
        .where(and(eq(agendaPollHosts.id, host.id), eq(agendaPollHosts.pollId, pollId)))
    : [];
  if (!chosen) return {};
  const own = chosen.organizationId
    ? await work.db
        .select({ id: venues.id })
        .from(venues)
        .where(and(eq(venues.organizationId, chosen.organizationId), isNull(venues.trashedAt)))
        .limit(2)
    : [];
  return own.length === 1 && own[0] ? { venueId: own[0].id } : { placeNote: chosen.name };
}
