import {
  answerPoll,
  closePoll,
  listedOccurrences,
  pollSheet,
  proposeEvent,
  saveOutcome,
  savePoll,
  typePollAnswer,
} from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import {
  demoOutcomes,
  demoPolls,
  demoProposedEvents,
  type DemoPoll,
  type DemoProposedEvent,
} from './demo-agenda-moderation.ts';
import type { DemoNames } from './fill-news.ts';
import { daysBefore, hoursBefore } from './moments.ts';

type Names = Pick<DemoNames, 'organizations' | 'photos'>;

/** Dates that readers proposed, dates looked for together, and what came out of the last ones. After the events. */
export async function fillAgendaModeration(ctx: Context, names: Names): Promise<void> {
  for (const proposed of demoProposedEvents) await propose(ctx, names, proposed);
  for (const poll of demoPolls) await openPoll(ctx, names, poll);
  await tellOutcomes(ctx, names);
}

const dayIn = (ctx: Context, days: number): string =>
  ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days }).toString();

async function propose(ctx: Context, { organizations }: Names, proposed: DemoProposedEvent): Promise<void> {
  const { hoursAgo, sender, title, type, inDays, from, to, place, organizer, story, reason, conditions } = proposed;
  const organizationId = organizations.get(organizer) ?? null;
  unwrap(
    await execute({ ...hoursBefore(ctx, hoursAgo), actor: null }, proposeEvent, {
      fields: {
        title: typography(title),
        type,
        perimeter: organizationId ? 'statute' : 'declared',
        startsOn: dayIn(ctx, inDays),
        startsAt: from,
        endsAt: to,
        organizers: [{ organizationId, name: organizationId ? '' : organizer }],
        brief: typography(story),
        isFree: /gratuit$|libre/i.test(conditions) && !conditions.includes('€'),
        conditions: typography(conditions),
      },
      place,
      reason: typography(reason),
      sender,
    }),
  );
}

async function openPoll(ctx: Context, { organizations }: Names, poll: DemoPoll): Promise<void> {
  const { id } = unwrap(
    await execute(daysBefore(ctx, poll.daysAgo), savePoll, {
      id: null,
      version: null,
      fields: {
        title: typography(poll.title),
        words: typography(poll.words),
        slots: poll.slots.map(({ inDays, at, minutes }) => ({ on: dayIn(ctx, inDays), at, minutes })),
        hosts: poll.hosts.map((name) => ({ name, organizationId: organizations.get(name) ?? null })),
        asksHosts: poll.hosts.length > 0,
      },
    }),
  );
  const slots = await slotIds(ctx, id);
  const choiceOf = { o: 'yes', b: 'maybe', n: 'no' } as const;
  for (const [index, answer] of poll.answers.entries()) {
    const choices = Object.fromEntries(
      slots.map((slotId, at) => [slotId, choiceOf[(answer.choices[at] ?? 'n') as keyof typeof choiceOf]]),
    );
    const fields = {
      name: answer.name,
      organizationName: answer.organization,
      email: answer.email ?? '',
      choices,
      comment: typography(answer.comment ?? ''),
      canHost: answer.hostWords !== undefined,
      hostWords: typography(answer.hostWords ?? ''),
    };
    const at = hoursBefore(ctx, poll.daysAgo * 24 - 7 * (index + 1));
    const input = { pollId: id, answerId: null, fields };
    unwrap(
      answer.byPhone
        ? await execute(at, typePollAnswer, input)
        : await execute({ ...at, actor: null }, answerPoll, input),
    );
  }
  if (poll.chosen === undefined) return;
  const slotId = slots[poll.chosen] ?? null;
  unwrap(await execute(daysBefore(ctx, poll.daysAgo - 8), closePoll, { id, version: 1, slotId }));
}

/** The dates of a poll, in order. */
async function slotIds(ctx: Context, pollId: string): Promise<string[]> {
  const sheet = await pollSheet(ctx.db, pollId, { now: ctx.clock.now(), withDrafts: false });
  return (sheet?.slots ?? []).map(({ slotId }) => slotId);
}

const mostTold = 8;

/** What came out of our last dates, each told by the words of its kind, once. */
async function tellOutcomes(ctx: Context, { photos }: Names): Promise<void> {
  const past = await listedOccurrences(
    ctx.db,
    { isOwn: true, endedBefore: ctx.clock.now().subtract({ hours: 72 }), withoutCancelled: true },
    { limit: 40, order: 'latest' },
  );
  let told = 0;
  const left = [...demoOutcomes];
  for (const { id, type, endsAt } of past) {
    const at = left.findIndex(({ types }) => types.includes(type));
    const found = at < 0 ? demoOutcomes.find(({ types }) => types.includes(type)) : left.splice(at, 1)[0];
    if (!found || told >= mostTold) continue;
    const days = endsAt.until(ctx.clock.now(), { largestUnit: 'hour' }).hours / 24;
    const { types: _, attended, words, decisions = '', nextSteps = '', thanks = '', figures = [] } = found;
    unwrap(
      await execute(daysBefore(ctx, Math.max(1, Math.floor(days) - 1)), saveOutcome, {
        occurrenceId: id,
        version: 0,
        fields: {
          // The same words of two breakfasts do not have the same count.
          attended: attended + ((told * 3) % 7),
          words: typography(words),
          decisions: typography(decisions),
          nextSteps: typography(nextSteps),
          thanks: typography(thanks),
          figures: [...figures],
          photos: (found.photos ?? []).flatMap((occasion) => photos.get(occasion)?.imageId ?? []),
        },
      }),
    );
    told += 1;
  }
}
