import { and, eq, gte, ne } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { pollChoices } from '../../domain/polls.ts';
import { tellAnswerer } from '../../jobs/tell-answerers-job.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaPollAnswers, agendaPollChoices, agendaPollHosts, agendaPolls, agendaPollSlots } from '../../tables.ts';

/** What one answers. Dates left out were not answered. */
export const answerFields = z.object({
  name: z.string().trim().min(1, 'Dites-nous votre nom.').max(120, 'Le nom tient en 120 caractères.'),
  organizationName: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
  email: z
    .string()
    .trim()
    .max(254, 'Cette adresse est trop longue.')
    .refine(
      (text) => text === '' || z.email().safeParse(text).success,
      'Écrivez une adresse complète, comme nom@exemple.fr, ou laissez vide.',
    )
    .default(''),
  /** By slot id. */
  choices: z.record(z.uuid(), z.enum(pollChoices)),
  comment: z.string().trim().max(1000, 'Ce commentaire tient en 1 000 caractères.').default(''),
  canHost: z.boolean().default(false),
  hostWords: z.string().trim().max(280, 'Cette précision tient en 280 caractères.').default(''),
  hosts: z.array(z.uuid()).max(12).default([]),
});
type AnswerFields = z.output<typeof answerFields>;

const input = z.object({
  pollId: z.uuid(),
  /** Null for a new one; else the id was read in the signed link of its author, or by the team. */
  answerId: z.uuid().nullable(),
  fields: answerFields,
});

/** Whoever has the link of a poll answers it, or changes her own answer. */
export const answerPoll = command({
  name: 'agenda.answer-poll',
  input,
  allow: () => true,
  run: (work, { pollId, answerId, fields }) => writeAnswer(work, pollId, answerId, fields, false),
});

/** The team types what was told by phone, or corrects an answer. */
export const typePollAnswer = command({
  name: 'agenda.type-poll-answer',
  input,
  allow: mayRunAgenda,
  run: (work, { pollId, answerId, fields }) => writeAnswer(work, pollId, answerId, fields, true),
});

/** Takes an answer back: by its author, through her own link, or by the team. */
export const removePollAnswer = command({
  name: 'agenda.remove-poll-answer',
  input: z.object({ pollId: z.uuid(), answerId: z.uuid() }),
  allow: () => true,
  async run(work, { pollId, answerId }) {
    if (!(await openPoll(work, pollId))) return refuse('poll_closed');
    const gone = await work.db
      .delete(agendaPollAnswers)
      .where(and(eq(agendaPollAnswers.id, answerId), eq(agendaPollAnswers.pollId, pollId)))
      .returning({ id: agendaPollAnswers.id });
    if (gone.length === 0) return refuse('not_found');
    work.record({ subjectKind: 'poll', subjectId: pollId, summary: 'Réponse à un sondage retirée' });
    return accept({ id: answerId });
  },
});

/** Says without whom no date makes sense. */
export const setNeededAnswers = command({
  name: 'agenda.set-needed-answers',
  input: z.object({ pollId: z.uuid(), needed: z.array(z.uuid()).max(300) }),
  allow: mayRunAgenda,
  async run(work, { pollId, needed }) {
    if (!(await openPoll(work, pollId))) return refuse('poll_closed');
    const rows = await work.db
      .select({ id: agendaPollAnswers.id })
      .from(agendaPollAnswers)
      .where(eq(agendaPollAnswers.pollId, pollId));
    for (const { id } of rows)
      await work.db
        .update(agendaPollAnswers)
        .set({ isNeeded: needed.includes(id) })
        .where(eq(agendaPollAnswers.id, id));
    work.record({ subjectKind: 'poll', subjectId: pollId, summary: 'Personnes indispensables d’un sondage changées' });
    return accept({ id: pollId });
  },
});

const mostAnswers = 300;
// A few people may share a mailbox; each answer is a letter when the date is kept.
const mostOfOneMailbox = 5;
const mostMails = 10;

async function writeAnswer(
  work: CommandContext,
  pollId: string,
  answerId: string | null,
  { choices, ...fields }: AnswerFields,
  isTypedByTeam: boolean,
): Promise<Outcome<{ id: string }, 'not_found' | 'poll_closed' | 'too_many_answers'>> {
  const poll = await openPoll(work, pollId);
  if (!poll) return refuse('poll_closed');
  const today = work.now().toZonedDateTimeISO(poll.zone).toPlainDate();
  if (!isTypedByTeam && poll.closesOn && Temporal.PlainDate.compare(today, poll.closesOn) > 0)
    return refuse('poll_closed');
  const now = work.now();
  const email = fields.email.toLowerCase();
  const hosts = await ownIds(work, agendaPollHosts, pollId, fields.hosts);
  const values = { ...fields, email, hosts, updatedAt: now };
  const id = answerId ?? work.newId();
  if (email && !isTypedByTeam && (await answersFrom(work, { pollId, email, besides: id })) >= mostOfOneMailbox)
    return refuse('too_many_answers', {
      fields: {
        'fields.email': 'Cette adresse a déjà répondu plusieurs fois. Laissez ce champ vide, ou donnez-en une autre.',
      },
    });
  if (answerId === null) {
    const count = await work.db.$count(agendaPollAnswers, eq(agendaPollAnswers.pollId, pollId));
    if (count >= mostAnswers) return refuse('too_many_answers');
    const personId = isTypedByTeam ? null : (work.actor?.personId ?? null);
    const mails = email && !isTypedByTeam ? await mailsToday(work, email) : mostMails;
    await work.db.insert(agendaPollAnswers).values({ id, pollId, ...values, personId, isTypedByTeam, createdAt: now });
    // Anyone may type anyone’s address: the same one is written to a few times a day at most.
    if (mails < mostMails) await work.enqueue(tellAnswerer, { id });
  } else {
    const changed = await work.db
      .update(agendaPollAnswers)
      .set(values)
      .where(and(eq(agendaPollAnswers.id, id), eq(agendaPollAnswers.pollId, pollId)))
      .returning({ id: agendaPollAnswers.id });
    if (changed.length === 0) return refuse('not_found');
    await work.db.delete(agendaPollChoices).where(eq(agendaPollChoices.answerId, id));
  }
  const slots = await ownIds(work, agendaPollSlots, pollId, Object.keys(choices));
  const rows = slots.flatMap((slotId) => {
    const choice = choices[slotId];
    return choice ? [{ answerId: id, slotId, choice }] : [];
  });
  if (rows.length > 0) await work.db.insert(agendaPollChoices).values(rows);
  work.record({
    subjectKind: 'poll',
    subjectId: pollId,
    summary: `Sondage « ${poll.title} » : réponse ${answerId === null ? 'reçue' : 'changée'}`,
  });
  return accept({ id });
}

async function answersFrom(
  work: CommandContext,
  { pollId, email, besides }: { pollId: string; email: string; besides: string },
): Promise<number> {
  return work.db.$count(
    agendaPollAnswers,
    and(eq(agendaPollAnswers.pollId, pollId), eq(agendaPollAnswers.email, email), ne(agendaPollAnswers.id, besides)),
  );
}

async function mailsToday(work: CommandContext, email: string): Promise<number> {
  const since = work.now().subtract({ hours: 24 });
  return work.db.$count(
    agendaPollAnswers,
    and(eq(agendaPollAnswers.email, email), gte(agendaPollAnswers.createdAt, since)),
  );
}

/** Of these ids, those that belong to this poll. */
async function ownIds(
  work: CommandContext,
  table: typeof agendaPollSlots | typeof agendaPollHosts,
  pollId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await work.db.select({ id: table.id }).from(table).where(eq(table.pollId, pollId));
  const own = new Set(rows.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => own.has(id));
}

async function openPoll(work: CommandContext, id: string): Promise<typeof agendaPolls.$inferSelect | null> {
  const [poll] = await work.db.select().from(agendaPolls).where(eq(agendaPolls.id, id)).for('update');
  return poll && !poll.trashedAt && !poll.closedAt ? poll : null;
}
