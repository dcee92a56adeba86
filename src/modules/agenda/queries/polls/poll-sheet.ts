import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { inRotation, standings, type HostStanding, type PollChoice, type SlotStanding } from '../../domain/polls.ts';
import { agendaPollAnswers, agendaPollChoices, agendaPolls, agendaPollSlots } from '../../tables.ts';
import { aroundSlots, type AroundDate } from './around-slots.ts';

export type StoredPoll = Omit<typeof agendaPolls.$inferSelect, 'hubId'>;

/** A date to choose, with how it stands and what else happens then. */
export interface PollSlot extends SlotStanding, AroundDate {
  startsLocal: Temporal.PlainDateTime;
  endsLocal: Temporal.PlainDateTime;
  minutes: number;
}

export interface PollHost extends HostStanding {
  name: string;
  organizationId: string | null;
}

/** One answer; its mail is for the team alone. */
export interface PollAnswer extends Omit<typeof agendaPollAnswers.$inferSelect, 'hubId' | 'toldAt'> {
  choices: ReadonlyMap<string, PollChoice>;
}

export interface PollSheet {
  poll: StoredPoll;
  slots: readonly PollSlot[];
  hosts: readonly PollHost[];
  answers: readonly PollAnswer[];
  /** Whether visitors may still answer. */
  isOpen: boolean;
}

/** A poll with its dates, hosts in the order that shares the effort, and answers. Null when it is in the trash. */
export async function pollSheet(
  db: Reader,
  id: string,
  { now, withDrafts }: { now: Temporal.Instant; withDrafts: boolean },
): Promise<PollSheet | null> {
  const [poll] = await db.select().from(agendaPolls).where(eq(agendaPolls.id, id));
  if (!poll || poll.trashedAt) return null;
  const slots = await db
    .select()
    .from(agendaPollSlots)
    .where(eq(agendaPollSlots.pollId, id))
    .orderBy(asc(agendaPollSlots.startsLocal), asc(agendaPollSlots.minutes));
  const answers = await answersOf(db, id);
  const standing = new Map(
    standings(
      slots.map((slot) => slot.id),
      answers,
    ).map((one) => [one.slotId, one]),
  );
  const around = await aroundSlots(db, slots, { zone: poll.zone, withDrafts, exceptId: poll.eventId });
  const today = now.toZonedDateTimeISO(poll.zone).toPlainDate();
  return {
    poll,
    answers,
    hosts: await hostsOf(db, id, answers, now),
    isOpen: !poll.closedAt && (!poll.closesOn || Temporal.PlainDate.compare(today, poll.closesOn) <= 0),
    slots: slots.map(({ id: slotId, startsLocal, minutes }, at) => ({
      ...(standing.get(slotId) ?? { slotId, yes: 0, maybe: 0, no: 0, isBlocked: false, isBest: false }),
      ...(around[at] ?? nothingAround),
      startsLocal,
      endsLocal: startsLocal.add({ minutes }),
      minutes,
    })),
  };
}

const nothingAround: AroundDate = { holiday: null, schoolHoliday: null, atSameTime: [], sameDay: [] };

async function answersOf(db: Reader, pollId: string): Promise<PollAnswer[]> {
  const rows = await db
    .select()
    .from(agendaPollAnswers)
    .where(eq(agendaPollAnswers.pollId, pollId))
    .orderBy(asc(agendaPollAnswers.createdAt), asc(agendaPollAnswers.id));
  if (rows.length === 0) return [];
  const choices = await db
    .select()
    .from(agendaPollChoices)
    .where(
      inArray(
        agendaPollChoices.answerId,
        rows.map(({ id }) => id),
      ),
    );
  const byAnswer = Map.groupBy(choices, ({ answerId }) => answerId);
  return rows.map((row) => ({
    ...row,
    choices: new Map((byAnswer.get(row.id) ?? []).map(({ slotId, choice }) => [slotId, choice])),
  }));
}

async function hostsOf(
  db: Reader,
  pollId: string,
  answers: readonly PollAnswer[],
  now: Temporal.Instant,
): Promise<PollHost[]> {
  const { rows } = await db.execute<{
    id: string;
    name: string;
    organizationId: string | null;
    last: string | null;
  }>(sql`
    select h.id, h.name, h.organization_id as "organizationId",
      (select max(o.starts_on)::text from agenda_occurrences o
        join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
        join venues v on v.hub_id = o.hub_id and v.id = coalesce(o.venue_id, e.venue_id)
        where o.hub_id = h.hub_id and (v.organization_id = h.organization_id or lower(v.name) = lower(h.name))
          and e.status = 'published' and e.trashed_at is null and not o.is_cancelled and not o.is_leftover
          and o.ends_at < ${now.toString()}::timestamptz) as last
    from agenda_poll_hosts h where h.poll_id = ${pollId} order by h.position`);
  return inRotation(
    rows.map(({ id, name, organizationId, last }) => ({
      hostId: id,
      name,
      organizationId,
      votes: answers.filter(({ hosts }) => hosts.includes(id)).length,
      lastHostedOn: last === null ? null : Temporal.PlainDate.from(last),
    })),
  );
}
