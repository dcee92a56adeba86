import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CommandContext, Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { finishMailing } from '../commands/finish-mailing.ts';
import { planAudience, startSending } from '../commands/saving/start-sending.ts';
import { unsubscribe } from '../commands/unsubscribe.ts';
import { writeMailing } from '../commands/write-mailing.ts';
import type { SegmentSeam } from '../ports.ts';
import { markRepliesRead } from '../replies/commands/mark-replies-read.ts';
import { receiveReplies } from '../replies/commands/receive-replies.ts';
import { replyList } from '../replies/queries/replies.ts';
import { sendSlice } from '../sending/send-slice.ts';

type Words = Parameters<ReturnType<typeof writeMailing>['run']>[1];

/**
 * Writes a mailing and settles its copies as if a mail server had taken them, without speaking to any: for the past of a
 * demonstration. Gives its id.
 */
export async function sendAway(
  ctx: Context,
  words: Omit<Words, 'act' | 'id' | 'version' | 'scheduledAt' | 'kind'> & { kind?: Words['kind'] },
  segments: SegmentSeam,
): Promise<string> {
  const { id } = unwrap(await execute(ctx, writeMailing({ segments }), { ...words, act: 'keep' }));
  await inTransaction(ctx.db, async (db) => {
    const work: CommandContext = {
      ...ctx,
      db,
      now: () => ctx.clock.now(),
      publish: () => {},
      announce: async () => {},
      record: () => {},
      enqueue: async () => {},
    };
    const mailing = { id, title: words.title, slug: null, audience: words.audience, subject: words.subject };
    await startSending(work, mailing, await planAudience(work, segments, mailing));
  });
  await sendSlice(ctx, id, {
    carrier: { carryCopy: async () => ({ result: 'sent' }) },
    writer: {
      write: async ({ id: copyId, address }) => ({
        id: copyId,
        to: { address, name: null },
        fromName: '',
        replyTo: null,
        title: words.title,
        html: '',
        text: '',
        unsubscribeUrl: '',
        origin: '',
      }),
    },
    domainPace: null,
  });
  await execute({ ...ctx, actor: null }, finishMailing, { id });
  return id;
}

/** Some readers of a mailing answer it the day after; what is old was read by the team. */
export async function answerAway(
  ctx: Context,
  mailingId: string,
  { words, areRead }: { words: readonly string[]; areRead: boolean },
): Promise<void> {
  const dayAfter = { ...ctx, clock: { now: () => ctx.clock.now().add({ hours: 20 }) } };
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from mailing_deliveries where mailing_id = ${mailingId}::uuid and state = 'sent'
      order by person_id is null, id limit ${words.length}`,
  );
  const replies = rows.map(({ id: copyId }, at) => ({
    copyId,
    print: createHash('sha256').update(`${copyId} ${at}`).digest('hex'),
    sender: '',
    title: '',
    body: words[at] ?? '',
    filesLeft: 0,
  }));
  await execute({ ...dayAfter, actor: null }, receiveReplies, { replies });
  const kept = await replyList(ctx.db, { isUnread: true, mailingId, page: 1 });
  if (areRead && kept.count > 0)
    unwrap(await execute(dayAfter, markRepliesRead, { ids: kept.rows.map(({ id }) => id) }));
}

/** One reader of a mailing stops everything. */
export async function stopOneReader(ctx: Context, mailingId: string): Promise<void> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from mailing_deliveries where mailing_id = ${mailingId}::uuid and state = 'sent' order by id desc limit 1`,
  );
  for (const { id } of rows) await execute({ ...ctx, actor: null }, unsubscribe, { deliveryId: id });
}
