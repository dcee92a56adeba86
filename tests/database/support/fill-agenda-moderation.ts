import {
  answerPoll,
  occurrencesOf,
  pollSheet,
  proposeEvent,
  saveEvent,
  saveOutcome,
  savePoll,
} from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestSite } from '#tests/support/app.ts';

/** What was left in the agenda by visitors, and told of a past date. */
export interface FilledAgendaModeration {
  proposed: string;
  poll: string;
  answer: string;
  /** A past date whose outcome is told. */
  occurrence: string;
}

/** A proposal that waits, a poll with an answer, and what came out of a past date, with these words in every free text. */
export async function fillAgendaModeration(
  _site: TestSite,
  ctx: Context,
  words: string,
): Promise<FilledAgendaModeration> {
  const visitor = { ...ctx, actor: null };
  const letters = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 20);
  const email = `agenda@${letters || 'mots'}.example`;
  const day = (days: number): string =>
    ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days }).toString();
  const { id: proposed } = unwrap(
    await execute(visitor, proposeEvent, {
      fields: {
        title: words.slice(0, 200),
        startsOn: day(9),
        startsAt: '10:00',
        organizers: [{ organizationId: null, name: words.slice(0, 160) }],
        brief: words.slice(0, 280),
        conditions: words.slice(0, 255),
        contactEmail: email,
      },
      place: { name: words.slice(0, 160), city: words.slice(0, 160) },
      reason: words.slice(0, 500),
      sender: { name: words.slice(0, 120), email, phone: '02 61 91 44 44' },
    }),
  );
  const { id: poll } = unwrap(
    await execute(ctx, savePoll, {
      id: null,
      version: null,
      fields: {
        title: words.slice(0, 200),
        words,
        slots: [{ on: day(11), at: '18:00', minutes: 60 }],
        hosts: [{ name: words.slice(0, 160) }],
        asksHosts: true,
      },
    }),
  );
  const sheet = await pollSheet(ctx.db, poll, { now: ctx.clock.now(), withDrafts: false });
  const choices = Object.fromEntries((sheet?.slots ?? []).map(({ slotId }) => [slotId, 'yes' as const]));
  const { id: answer } = unwrap(
    await execute(visitor, answerPoll, {
      pollId: poll,
      answerId: null,
      fields: {
        name: words.slice(0, 120),
        organizationName: words.slice(0, 160),
        email,
        choices,
        comment: words.slice(0, 1000),
        canHost: true,
        hostWords: words.slice(0, 280),
        hosts: (sheet?.hosts ?? []).map(({ hostId }) => hostId),
      },
    }),
  );
  const fields = { title: words.slice(0, 200), startsOn: day(-4), startsAt: '10:00', endsAt: '11:00', isOwn: true };
  const { id } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const [date] = await occurrencesOf(ctx.db, { eventIds: [id] });
  const occurrence = date?.id ?? '';
  unwrap(
    await execute(ctx, saveOutcome, {
      occurrenceId: occurrence,
      version: 0,
      fields: {
        words,
        attended: 12,
        decisions: words,
        nextSteps: words,
        thanks: words.slice(0, 1000),
        figures: [{ value: words.slice(0, 30), label: words.slice(0, 80) }],
      },
    }),
  );
  return { proposed, poll, answer, occurrence };
}
