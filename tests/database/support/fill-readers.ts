import { sql } from 'drizzle-orm';
import { arrangeDigest } from '#modules/mailing/digest/commands/arrange-digest.ts';
import { composeDigest } from '#modules/mailing/digest/commands/compose-digest.ts';
import { contributeByTeam } from '#modules/mailing/editions/commands/contribute.ts';
import { askForNews } from '#modules/mailing/editions/commands/ask-for-news.ts';
import { openEdition } from '#modules/mailing/editions/commands/keep-editions.ts';
import { answerPurpose } from '#modules/mailing/reader-paths.ts';
import { readerPurpose } from '#modules/mailing/subscriptions/reader-link.ts';
import { subscribeByTeam } from '#modules/mailing/subscriptions/commands/by-team.ts';
import { anItem, noSegments } from '#modules/mailing/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import type { TestSite } from '#tests/support/app.ts';

/** What readers, digests and actors left in a hub. */
export interface FilledReaders {
  subscriber: string;
  edition: string;
  contribution: string;
  /** Of the page of a reader, and of the form of one who was asked for news. */
  readerSecret: string;
  answerSecret: string;
}

/** A reader subscribed on paper, a digest composed and the next one arranged, a letter of actors. `words` in every free text. */
export async function fillReaders(
  site: TestSite,
  ctx: Context,
  { words, host, imageId }: { words: string; host: string; imageId: string },
): Promise<FilledReaders> {
  const links = openSignedIds(site.site.deps.settings.secret);
  const subscribe = subscribeByTeam({ links, originOf: async () => `https://${host}` });
  const { id: subscriber } = unwrap(
    await execute(ctx, subscribe, {
      address: `papier@${host}`,
      name: words,
      subjects: ['life', 'jobs'],
      rhythm: 'weekly',
      source: words,
      proof: words,
    }),
  );
  const item = anItem(ctx, { title: words, text: words, isOwn: false, by: words });
  const plan = { version: 0, introduction: words, order: [], leaveOut: { kind: 'news', id: ctx.newId() } };
  unwrap(await execute(ctx, arrangeDigest, plan));
  const slot = { at: ctx.clock.now(), isMonthly: true };
  unwrap(await execute({ ...ctx, actor: null }, composeDigest, { slot, items: [{ ...item, isWanted: true }] }));

  const closesOn = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 20 });
  const letter = { title: words, question: words, introduction: words, closesOn };
  const { id: edition } = unwrap(await execute(ctx, openEdition, letter));
  unwrap(await execute(ctx, askForNews({ segments: noSegments }), { id: edition }));
  const news = {
    title: words,
    body: `${words} raconte sa nouvelle`,
    structureName: words,
    authorName: words,
    href: '',
  };
  const { id: contribution } = unwrap(
    await execute(ctx, contributeByTeam, { ...news, editionId: edition, source: 'team', pictureId: imageId }),
  );
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from edition_requests where edition_id = ${edition}::uuid limit 1`,
  );
  return {
    subscriber,
    edition,
    contribution,
    readerSecret: links.write(readerPurpose, ctx.hubId, subscriber),
    answerSecret: links.write(answerPurpose, ctx.hubId, rows[0]?.id ?? ctx.newId()),
  };
}
