import {
  itemToWrite,
  noteBounce,
  proposedAudience,
  saveMailingSettings,
  withdrawAddress,
  writeMailing,
} from '#modules/mailing/index.ts';
import { noSegments } from '#modules/mailing/testing/builders.ts';
import { answerAway, sendAway, stopOneReader } from '#modules/mailing/testing/send-away.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { MailableItem, MailableSource } from '#platform/contributions/module.ts';
import { cutText } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoLetters, demoMailings, demoReturned, demoWithdrawn } from './demo-mailing.ts';

const monthsBack = 24 * 200;

/** Mailings of the last months in the archive, two letters on the desk, a few addresses withdrawn. */
export async function fillMailing(ctx: Context, sources: readonly MailableSource[]): Promise<void> {
  unwrap(
    await execute(ctx, saveMailingSettings, {
      version: 0,
      senderName: '',
      replyTo: '',
      repliesTo: '',
      footerWords: 'Le pôle, c’est trois salariés, douze bénévoles au bureau et vous.',
      weeklyBudget: 3,
      digestWeekday: 4,
      digestHour: 9,
      domainPace: 120,
    }),
  );
  const news = await published(ctx, sources, 'news');
  const events = await published(ctx, sources, 'event');
  for (const { about, rank, introduction, losesOne, replies, areRead = false } of demoMailings) {
    const item = (about === 'news' ? news : events)[rank];
    if (!item) continue;
    const then = momentAfter(ctx, item);
    const id = await sendAway(
      then,
      {
        kind: 'single',
        subject: item.subject,
        title: item.title,
        preview: cutText(item.text, 140),
        introduction,
        audience: proposedAudience(item.subject),
        isArchived: true,
        items: [itemToWrite(item)],
      },
      noSegments,
    );
    if (replies) await answerAway(then, id, { words: replies, areRead });
    if (losesOne) await stopOneReader(then, id);
  }
  await writeLetters(ctx);
  for (const { address, note } of demoWithdrawn) unwrap(await execute(ctx, withdrawAddress, { address, note }));
  for (const address of demoReturned) unwrap(await execute(ctx, noteBounce, { address, kind: 'hard' }));
}

async function published(ctx: Context, sources: readonly MailableSource[], kind: string): Promise<MailableItem[]> {
  const source = sources.find((one) => one.kind === kind);
  const until = ctx.clock.now();
  return source?.publishedBetween(ctx, { after: until.subtract({ hours: monthsBack }), until, limit: 40 }) ?? [];
}

/** The day after it was published, never later than now. */
function momentAfter(ctx: Context, item: MailableItem): Context {
  const dayAfter = item.publishedAt.add({ hours: 22 });
  const now = ctx.clock.now();
  const at = Temporal.Instant.compare(dayAfter, now) < 0 ? dayAfter : now;
  return { ...ctx, clock: { now: () => at } };
}

async function writeLetters(ctx: Context): Promise<void> {
  const write = writeMailing({ segments: noSegments });
  for (const { inDays, ...words } of demoLetters) {
    const scheduledAt = inDays === null ? null : ctx.clock.now().add({ hours: 24 * inDays });
    unwrap(
      await execute(ctx, write, {
        ...words,
        kind: 'letter',
        subject: 'life',
        audience: proposedAudience('life'),
        items: [],
        act: scheduledAt ? 'schedule' : 'keep',
        scheduledAt,
      }),
    );
  }
}
