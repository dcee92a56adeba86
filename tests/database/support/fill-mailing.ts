import { sql } from 'drizzle-orm';
import { noteBounce, withdrawAddress } from '#modules/mailing/commands/keep-suppressions.ts';
import { saveMailingSettings } from '#modules/mailing/commands/save-settings.ts';
import { finishMailing } from '#modules/mailing/commands/finish-mailing.ts';
import { unsubscribe } from '#modules/mailing/commands/unsubscribe.ts';
import { writeMailing } from '#modules/mailing/commands/write-mailing.ts';
import { nobody } from '#modules/mailing/domain/audience.ts';
import { bounceSecret } from '#modules/mailing/notice-link.ts';
import { unsubscribePurpose } from '#modules/mailing/paths.ts';
import { receiveReplies } from '#modules/mailing/replies/commands/receive-replies.ts';
import { replySecret } from '#modules/mailing/replies/reply-address.ts';
import { sendSlice } from '#modules/mailing/sending/send-slice.ts';
import { addSubscriber, anItem, fakeCarrier, noSegments, writerOf } from '#modules/mailing/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import type { TestSite } from '#tests/support/app.ts';

/** What the mailings left in a hub. */
export interface FilledMailing {
  /** One that left, in the archive, and one still written. */
  sent: string;
  draft: string;
  slug: string;
  /** Of the link by which a reader stops, and of the address of returned messages. */
  secret: string;
  noticeSecret: string;
  /** Of the address of replies. */
  replySecret: string;
}

/** A mailing that left to readers, one of whom stopped; a draft; addresses withdrawn. `words` in every free text. */
export async function fillMailing(
  site: TestSite,
  ctx: Context,
  { words, host, personId }: { words: string; host: string; personId: string },
): Promise<FilledMailing> {
  const settings = {
    version: 0,
    senderName: words,
    replyTo: `reponses@${host}`,
    repliesTo: `boite@${host}`,
    footerWords: words,
    weeklyBudget: 9,
    digestWeekday: 4,
    digestHour: 9,
    domainPace: '',
  };
  unwrap(await execute(ctx, saveMailingSettings, settings));
  await addSubscriber(ctx, `lectrice@${host}`, { personId, subjects: ['life', 'events'] });
  await addSubscriber(ctx, `partante@${host}`);
  await addSubscriber(ctx, `absente@${host}`);
  const write = writeMailing({ segments: noSegments });
  const fields = {
    subject: 'life' as const,
    title: words,
    preview: words,
    introduction: words,
    audience: { ...nobody, subjects: ['life' as const] },
  };
  const item = anItem(ctx, { title: words, text: words, facts: [[words, words]], isOwn: false, by: words });
  const { id: sent } = unwrap(await execute(ctx, write, { ...fields, kind: 'single', items: [item], act: 'send' }));
  const answers = fakeCarrier(({ to }) =>
    to.address.startsWith('absente') ? { result: 'refused', why: '', code: '5.1.1' } : { result: 'sent' },
  );
  await sendSlice(ctx, sent, { carrier: answers.carrier, writer: await writerOf(ctx, sent), domainPace: null });
  unwrap(await execute({ ...ctx, actor: null }, finishMailing, { id: sent }));
  const { id: draft } = unwrap(await execute(ctx, write, { ...fields, kind: 'letter', items: [], act: 'keep' }));
  const { rows } = await ctx.db.execute<{ id: string; slug: string }>(sql`
    select d.id, m.slug from mailing_deliveries d join mailings m on m.id = d.mailing_id
    where d.mailing_id = ${sent}::uuid order by d.address desc limit 1`);
  const [copy] = rows;
  if (!copy) throw new Error('a copy left');
  const reply = {
    copyId: copy.id,
    print: 'a'.repeat(64),
    sender: `autre@${host}`,
    title: words,
    body: words,
    filesLeft: 1,
  };
  unwrap(await execute({ ...ctx, actor: null }, receiveReplies, { replies: [reply] }));
  unwrap(await execute({ ...ctx, actor: null }, unsubscribe, { deliveryId: copy.id }));
  unwrap(await execute(ctx, withdrawAddress, { address: `refus@${host}`, note: words }));
  unwrap(await execute(ctx, noteBounce, { address: `plainte@${host}`, kind: 'complaint' }));
  const links = openSignedIds(site.site.deps.settings.secret);
  return {
    sent,
    draft,
    slug: copy.slug,
    secret: links.write(unsubscribePurpose, ctx.hubId, copy.id),
    noticeSecret: bounceSecret(links, ctx.hubId),
    replySecret: replySecret(links, ctx.hubId),
  };
}
