import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { startSmtpServer, type FakeSmtp } from '#tests/support/fakes/smtp-server.ts';
import { execute } from '#platform/command/execute.ts';
import { mostConversations } from '#platform/mail/mail-transport.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { writeMailing } from '../commands/write-mailing.ts';
import { nobody } from '../domain/audience.ts';
import { anItem, noSegments } from '../testing/builders.ts';
import type { SendingOrder } from '../testing/sending-process.ts';
import { suppress } from './keep-bounce.ts';

/** `npm run ordeal -- mailing` plays the whole dose; here a small one. */
const dose = {
  readers: Number(process.env['KILLS_READERS'] ?? 100),
  kills: Number(process.env['KILLS_KILLS'] ?? 2),
  runs: Number(process.env['KILLS_RUNS'] ?? 1),
  seed: Number(process.env['KILLS_SEED'] ?? 7),
};

export interface KillFindings {
  runs: number;
  readers: number;
  kills: number;
  receivedTwice: number;
  /** Sent without being received, or received without being told. */
  untrue: number;
  mostUndecidedByKill: number;
  sentAfterUnsubscription: number;
  unsettled: number;
  /** Undecided ones that did arrive: sending them again would have doubled them. */
  wouldHaveDoubled: number;
}

let database: TestDatabase;
let smtp: FakeSmtp;
beforeAll(async () => {
  database = await openTestDatabase();
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp[Symbol.asyncDispose]();
  await database.close();
});

const found: KillFindings = {
  runs: dose.runs,
  readers: 0,
  kills: 0,
  receivedTwice: 0,
  untrue: 0,
  mostUndecidedByKill: 0,
  sentAfterUnsubscription: 0,
  unsettled: 0,
  wouldHaveDoubled: 0,
};

let state = dose.seed;
function random(): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
}

function startSending(order: Omit<SendingOrder, 'owner' | 'smtpUrl' | 'timeoutMs' | 'weight'>): ChildProcess {
  const whole: SendingOrder = { ...order, owner: database.owner, smtpUrl: smtp.url, timeoutMs: 250, weight: 2_000 };
  return spawn(process.execPath, [new URL('../testing/sending-process.ts', import.meta.url).pathname], {
    env: { ...process.env, SENDING_ORDER: JSON.stringify(whole) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function playOnce(): Promise<void> {
  const hubId = await newHub(database);
  const ctx = contextOf(database, hubId, actorWith('employee'));
  const now = ctx.clock.now().toString();
  await ctx.db.execute(sql`insert into newsletter_subscribers (id, address, subjects, asked_at, confirmed_at)
    select gen_random_uuid(), 'r' || n || '@d' || n % 50 || '.example', '{life}', ${now}, ${now}
    from generate_series(1, ${dose.readers}) n`);
  const outcome = await execute(ctx, writeMailing({ segments: noSegments }), {
    subject: 'life',
    title: 'Une information',
    audience: { ...nobody, subjects: ['life'] },
    items: [anItem(ctx)],
    act: 'send',
  });
  const { id: mailingId } = unwrap(outcome);
  smtp.received.length = 0;
  const moods = setInterval(() => {
    const dice = random();
    smtp.behave(
      dice < 0.06
        ? 'stalls'
        : dice < 0.12
          ? { drops: 'after_keeping' }
          : dice < 0.18
            ? { drops: 'before_keeping' }
            : dice < 0.22
              ? { drops: 'during_data' }
              : 'accepts',
    );
  }, 20);
  const stopped = new Map<string, number>();
  const count = async (which: ReturnType<typeof sql>): Promise<number> => {
    const { rows } = await ctx.db.execute<{ count: number }>(
      sql`select count(*)::int as count from mailing_deliveries where mailing_id = ${mailingId}::uuid and ${which}`,
    );
    return rows[0]?.count ?? 0;
  };
  // As though the time left to a dead process were over, and that of addresses put off.
  const letTimePass = () =>
    ctx.db.execute(sql`with freed as (update mailings set lease_until = null where id = ${mailingId}::uuid)
      update mailing_deliveries set next_at = now() where mailing_id = ${mailingId}::uuid and state in ('waiting', 'postponed')`);
  for (let kill = 0; kill < dose.kills; kill += 1) {
    const sending = startSending({ hubId, mailingId });
    const before = smtp.received.length;
    const share = dose.readers / (dose.kills + 1);
    const until = before + share * (0.3 + 0.6 * random());
    const exited = once(sending, 'exit');
    while (smtp.received.length < until && sending.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 3));
    // Somebody unsubscribes while it leaves: whoever was not claimed yet receives nothing.
    const { rows } = await ctx.db.execute<{ address: string }>(
      sql`select address from mailing_deliveries where mailing_id = ${mailingId}::uuid and state = 'waiting' order by id desc limit 1`,
    );
    for (const { address } of rows) {
      await suppress(ctx, { address, reason: 'unsubscribed' });
      stopped.set(address, smtp.received.filter((mail) => mail.to[0] === address).length);
    }
    sending.kill('SIGKILL');
    await exited;
    found.kills += 1;
    found.mostUndecidedByKill = Math.max(found.mostUndecidedByKill, await count(sql`state = 'sending'`));
    await letTimePass();
  }
  clearInterval(moods);
  smtp.behave('accepts');
  for (let turn = 0; turn < 20 && (await count(sql`state in ('waiting', 'postponed', 'sending')`)) > 0; turn += 1) {
    const sending = startSending({ hubId, mailingId });
    await text(sending.stdout as NodeJS.ReadableStream as never);
    await letTimePass();
  }
  const received = new Map<string, number>();
  for (const mail of smtp.received) received.set(mail.to[0] ?? '', (received.get(mail.to[0] ?? '') ?? 0) + 1);
  const { rows: copies } = await ctx.db.execute<{ address: string; state: string }>(
    sql`select address, state from mailing_deliveries where mailing_id = ${mailingId}::uuid`,
  );
  found.readers += copies.length;
  for (const { address, state: told } of copies) {
    const times = received.get(address) ?? 0;
    if (times > 1) found.receivedTwice += 1;
    if (told === 'sent' ? times !== 1 : told !== 'uncertain' && times !== 0) found.untrue += 1;
    if (told === 'uncertain' && times > 0) found.wouldHaveDoubled += 1;
    if (['waiting', 'sending', 'postponed'].includes(told)) found.unsettled += 1;
    if (stopped.has(address) && times > (stopped.get(address) ?? 0) && told !== 'uncertain')
      found.sentAfterUnsubscription += 1;
  }
}

test(
  'killed at any moment, with a mail server that stalls and hangs up, nobody receives a mailing twice',
  async () => {
    for (let run = 0; run < dose.runs; run += 1) await playOnce();
    if (process.env['KILLS_REPORT']) await writeFile(process.env['KILLS_REPORT'], JSON.stringify(found));
    expect(found).toMatchObject({ receivedTwice: 0, untrue: 0, sentAfterUnsubscription: 0, unsettled: 0 });
    expect(found.mostUndecidedByKill).toBeLessThanOrEqual(mostConversations);
  },
  dose.runs * 300_000,
);
