import { sql } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { MailableSource } from '#platform/contributions/module.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { sendDraft } from '../commands/change-state.ts';
import { finishMailing } from '../commands/finish-mailing.ts';
import { composeDueDigest } from '../digest/jobs/compose-digests.ts';
import { lastSlot } from '../domain/digest-slots.ts';
import type { Rhythm } from '../domain/rhythms.ts';
import { consentWording } from '../domain/subscription.ts';
import { askForNews } from '../editions/commands/ask-for-news.ts';
import { answerRequest, contributeByTeam, decideContribution } from '../editions/commands/contribute.ts';
import { gatherEdition } from '../editions/commands/gather-edition.ts';
import { openEdition } from '../editions/commands/keep-editions.ts';
import { readMailingSettings } from '../queries/mailing-settings.ts';
import { sendSlice } from '../sending/send-slice.ts';
import { noSegments } from './builders.ts';

const daysBefore = (ctx: Context, days: number): Context => ({
  ...ctx,
  clock: { now: () => ctx.clock.now().subtract({ hours: 24 * days }) },
});

/** Someone who subscribed some days ago, for the past of a demonstration. */
export interface PastReader {
  address: string;
  name: string;
  subjects: readonly string[];
  rhythm: Rhythm;
  source: string;
  daysAgo: number;
}

/** Readers with the consent they gave, without the mails it took. */
export async function addPastReaders(ctx: Context, readers: readonly PastReader[]): Promise<void> {
  for (const { daysAgo, ...reader } of readers) {
    const id = ctx.newId();
    const at = daysBefore(ctx, daysAgo).clock.now().toString();
    const subjects = sql`${sql.param([...reader.subjects])}::text[]`;
    await ctx.db.execute(sql`insert into newsletter_subscribers
      (id, address, name, subjects, rhythm, wording, source, asked_at, confirmed_at)
      values (${id}, ${reader.address}, ${reader.name}, ${subjects}, ${reader.rhythm}, ${consentWording}, ${reader.source}, ${at}, ${at})`);
    for (const act of ['asked', 'confirmed'])
      await ctx.db
        .execute(sql`insert into subscription_consents (id, subscriber_id, act, subjects, rhythm, wording, source, at)
        values (${ctx.newId()}, ${id}, ${act}, ${subjects}, ${reader.rhythm}, ${act === 'confirmed' ? consentWording : ''}, ${reader.source}, ${at})`);
  }
}

/** People who agreed on paper to hear of the hub, without choosing subjects. */
export async function addPastAgreements(ctx: Context, personIds: readonly string[], daysAgo: number): Promise<void> {
  const at = daysBefore(ctx, daysAgo).clock.now().toString();
  for (const personId of personIds)
    await ctx.db.execute(sql`insert into consents (id, person_id, purpose, wording, source, given_at)
      values (${ctx.newId()}, ${personId}, 'newsletter', 'Je veux bien recevoir des nouvelles du pôle.', 'Feuille de présence', ${at})
      on conflict do nothing`);
}

/** Composes the digests of the last moment they were due some weeks ago, and settles them as if they had left. */
export async function pastDigest(ctx: Context, sources: readonly MailableSource[], weeksAgo: number): Promise<void> {
  const { digestWeekday: weekday, digestHour: hour } = await readMailingSettings(ctx.db);
  const slot = lastSlot(daysBefore(ctx, 7 * weeksAgo).clock.now(), { weekday, hour }, ctx.zone);
  const then = { ...ctx, clock: { now: () => slot.at.add({ minutes: 5 }) } };
  await composeDueDigest(then, { mailables: () => sources });
  await letLeave(then);
}

export interface PastNews {
  title: string;
  body: string;
  structureName: string;
  authorName: string;
  /** What came by the form of one who was asked; else the team typed it. */
  isAnswer: boolean;
}

export interface PastEdition {
  title: string;
  question: string;
  introduction: string;
  openedDaysAgo: number;
  closesInDays: number;
  news: readonly PastNews[];
  /** Null while it is open: what came waits to be read. */
  sentDaysAgo: number | null;
}

/** A letter that the actors wrote: asked, answered, and, unless it is still open, read again and sent. */
export async function pastEdition(
  ctx: Context,
  { news, openedDaysAgo, closesInDays, sentDaysAgo, ...words }: PastEdition,
): Promise<void> {
  const then = daysBefore(ctx, openedDaysAgo);
  const closesOn = then.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: closesInDays });
  const { id: editionId } = unwrap(await execute(then, openEdition, { ...words, closesOn }));
  const asked = await execute(then, askForNews({ segments: noSegments }), { id: editionId });
  await letLeave(then);
  const { rows: requests } = await ctx.db.execute<{ id: string }>(
    sql`select id from edition_requests where edition_id = ${editionId}::uuid order by id`,
  );
  const dayAfter = daysBefore(ctx, openedDaysAgo - 1);
  for (const { isAnswer, ...fields } of news) {
    const requestId = isAnswer && asked.ok ? requests.shift()?.id : undefined;
    const told = { ...fields, href: '' };
    if (requestId) unwrap(await execute({ ...dayAfter, actor: null }, answerRequest, { ...told, requestId }));
    else unwrap(await execute(dayAfter, contributeByTeam, { ...told, editionId, source: 'team' }));
  }
  if (sentDaysAgo === null) return;
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from edition_contributions where edition_id = ${editionId}::uuid and state = 'proposed'`,
  );
  const later = daysBefore(ctx, sentDaysAgo);
  for (const { id } of rows) unwrap(await execute(later, decideContribution, { id, act: 'accept' }));
  const { mailingId } = unwrap(await execute(later, gatherEdition, { id: editionId }));
  unwrap(await execute(later, sendDraft({ segments: noSegments }), { id: mailingId }));
  await letLeave(later);
}

/** The past is not told in its order: what is said of an older day must not be kept back by what left since. */
export async function withoutBudget(ctx: Context, work: () => Promise<void>): Promise<void> {
  const { weeklyBudget } = await readMailingSettings(ctx.db);
  const most = 14;
  await ctx.db.execute(sql`update mailing_settings set weekly_budget = ${most}`);
  await work();
  await ctx.db.execute(sql`update mailing_settings set weekly_budget = ${weeklyBudget}`);
}

/** Settles what waits as if a mail server had taken it, without speaking to any. */
async function letLeave(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from mailings where state = 'sending'`);
  for (const { id } of rows) {
    const nothing = { fromName: '', replyTo: null, title: '', html: '', text: '', unsubscribeUrl: '', origin: '' };
    await sendSlice(ctx, id, {
      carrier: { carryCopy: async () => ({ result: 'sent' }) },
      writer: { write: async (copy) => ({ ...nothing, id: copy.id, to: { address: copy.address, name: null } }) },
      domainPace: null,
    });
    await execute({ ...ctx, actor: null }, finishMailing, { id });
  }
}
