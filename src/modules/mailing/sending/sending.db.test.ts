import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { cancelMailing, pauseMailing, resumeMailing } from '../commands/change-state.ts';
import { finishMailing } from '../commands/finish-mailing.ts';
import { writeMailing } from '../commands/write-mailing.ts';
import { nobody } from '../domain/audience.ts';
import type { ItemToWrite } from '../domain/mailing-fields.ts';
import { addSubscriber, anItem, fakeCarrier, noSegments, writerOf } from '../testing/builders.ts';
import { claimCopies } from './claim-copies.ts';
import { suppress } from './keep-bounce.ts';
import { takeLease } from './run-lease.ts';
import { sendSlice, type SliceEnd } from './send-slice.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const write = writeMailing({ segments: noSegments });
let moment = Temporal.Instant.from('2026-03-02T08:00:00Z');
const later = (hours: number) => (moment = moment.add({ hours }));

async function aHub(readers: number): Promise<Context> {
  const hubId = await newHub(database);
  const ctx = { ...contextOf(database, hubId, actorWith('employee')), clock: { now: () => moment } };
  for (let at = 0; at < readers; at += 1) await addSubscriber(ctx, `r${at}@d${at % 3}.example`);
  return ctx;
}

async function sendOne(ctx: Context, items: ItemToWrite[] = [anItem(ctx)]): Promise<string> {
  const outcome = await execute(ctx, write, {
    kind: items.length === 1 ? 'single' : 'letter',
    subject: 'life',
    title: 'Une ressourcerie ouvre',
    audience: { ...nobody, subjects: ['life'] },
    items,
    act: 'send',
  });
  return unwrap(outcome).id;
}

async function slice(ctx: Context, id: string, carrier = fakeCarrier(), pace: number | null = null) {
  const end: SliceEnd = await sendSlice(ctx, id, {
    carrier: carrier.carrier,
    writer: await writerOf(ctx, id),
    domainPace: pace,
    forMs: 10_000,
  });
  return { end, sent: carrier.sent };
}

async function states(ctx: Context, id: string): Promise<Record<string, number>> {
  const { rows } = await ctx.db.execute<{ state: string; count: number }>(sql`
    select concat_ws(' ', state, reason) as state, count(*)::int as count from mailing_deliveries
    where mailing_id = ${id}::uuid group by 1`);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

describe('a mailing', () => {
  test('reaches each reader once, with her own link to stop it', async () => {
    const ctx = await aHub(20);
    const id = await sendOne(ctx);
    const { sent, end } = await slice(ctx, id);
    expect(end).toBe('nothing');
    expect(new Set(sent.map((copy) => copy.to.address)).size).toBe(20);
    expect(sent).toHaveLength(20);
    expect(new Set(sent.map((copy) => copy.unsubscribeUrl)).size).toBe(20);
    expect((await slice(ctx, id)).sent).toHaveLength(0);
    expect((await execute({ ...ctx, actor: null }, finishMailing, { id })).ok).toBe(true);
    expect((await slice(ctx, id)).end).toBe('stopped');
  });

  test('sent twice by the same form leaves once', async () => {
    const ctx = await aHub(2);
    const key = ctx.newId();
    const fields = {
      subject: 'life' as const,
      title: 'Deux fois',
      audience: { ...nobody, subjects: ['life' as const] },
      items: [anItem(ctx)],
      act: 'send' as const,
    };
    const answers = await Promise.all([1, 2, 3].map(() => execute(ctx, write, fields, { key })));
    expect(new Set(answers.map((answer) => unwrap(answer).id)).size).toBe(1);
  });

  test('tells nobody the same thing twice, whichever mailing carries it', async () => {
    const ctx = await aHub(3);
    const item = anItem(ctx);
    await slice(ctx, await sendOne(ctx, [item]));
    await addSubscriber(ctx, 'nouvelle@d.example');
    const again = await sendOne(ctx, [item]);
    expect((await slice(ctx, again)).sent.map((copy) => copy.to.address)).toEqual(['nouvelle@d.example']);
    // Planned before the other one left, it finds out when its turn comes.
    const other = anItem(ctx);
    const [first, second] = [await sendOne(ctx, [other]), await sendOne(ctx, [other])];
    expect((await slice(ctx, first)).sent).toHaveLength(4);
    expect((await slice(ctx, second)).sent).toHaveLength(0);
    expect(await states(ctx, second)).toEqual({ 'skipped heard': 4 });
  });

  test('two mailings that leave at once to the same readers never wait for each other, nor tell a thing twice', async () => {
    const ctx = await aHub(60);
    const [item, other] = [anItem(ctx), anItem(ctx)];
    const [first, second] = [await sendOne(ctx, [item, other]), await sendOne(ctx, [other, item])];
    const [one, two] = await Promise.all([slice(ctx, first), slice(ctx, second)]);
    expect([one.end, two.end]).toEqual(['nothing', 'nothing']);
    expect([...one.sent, ...two.sent].map((copy) => copy.to.address).sort()).toEqual(
      Array.from({ length: 60 }, (_, at) => `r${at}@d${at % 3}.example`).sort(),
    );
  });

  test('never goes beyond what an address may receive in a week', async () => {
    const ctx = await aHub(1);
    for (let count = 0; count < 3; count += 1) expect((await slice(ctx, await sendOne(ctx))).sent).toHaveLength(1);
    const planned = await execute(ctx, write, {
      subject: 'life',
      title: 'La quatrième',
      audience: { ...nobody, subjects: ['life'] },
      items: [anItem(ctx)],
      act: 'send',
    });
    expect(planned).toMatchObject({ ok: false, reason: 'nobody' });
    later(24 * 7 + 1);
    expect((await slice(ctx, await sendOne(ctx))).sent).toHaveLength(1);
  });

  test('stops at once for who unsubscribes or is withdrawn while it leaves', async () => {
    const ctx = await aHub(6);
    const id = await sendOne(ctx);
    await suppress(ctx, { address: 'r0@d0.example', reason: 'unsubscribed' });
    await ctx.db.execute(sql`update newsletter_subscribers set ended_at = now() where address = 'r1@d1.example'`);
    await ctx.db.execute(sql`update newsletter_subscribers set subjects = '{jobs}' where address = 'r2@d2.example'`);
    const { sent } = await slice(ctx, id);
    expect(sent.map((copy) => copy.to.address).sort()).toEqual(['r3@d0.example', 'r4@d1.example', 'r5@d2.example']);
    expect(await states(ctx, id)).toEqual({ sent: 3, 'skipped suppressed': 1, 'skipped unsubscribed': 2 });
  });

  test('can be held, taken up where it stood, and stopped for good', async () => {
    const ctx = await aHub(30);
    const id = await sendOne(ctx);
    let count = 0;
    let pause: Promise<unknown> | undefined;
    const pausing = fakeCarrier(async () => {
      count += 1;
      if (count >= 4) await (pause ??= execute(ctx, pauseMailing, { id }));
      return { result: 'sent' };
    });
    expect((await slice(ctx, id, pausing)).end).toBe('stopped');
    const afterPause = pausing.sent.length;
    // Those on their way arrive; no other leaves.
    expect(afterPause).toBeLessThan(20);
    expect((await slice(ctx, id)).end).toBe('stopped');
    unwrap(await execute(ctx, resumeMailing, { id }));
    expect((await slice(ctx, id)).sent).toHaveLength(30 - afterPause);
    const second = await sendOne(ctx);
    unwrap(await execute(ctx, cancelMailing, { id: second }));
    expect(await states(ctx, second)).toEqual({ 'skipped cancelled': 30 });
    expect(await execute(ctx, resumeMailing, { id: second })).toMatchObject({ reason: 'not_now' });
  });
});

describe('what the mail server answers', () => {
  test('is kept by copy: gone addresses are withdrawn, busy ones tried again for three days', async () => {
    const ctx = await aHub(4);
    const id = await sendOne(ctx);
    const moody = () =>
      fakeCarrier(({ to }) => {
        if (to.address.startsWith('r0')) return { result: 'refused', why: '', code: '5.1.1' };
        if (to.address.startsWith('r1')) return { result: 'later', why: '', code: '4.2.2' };
        if (to.address.startsWith('r2')) return { result: 'uncertain', why: '' };
        return { result: 'sent' };
      });
    await slice(ctx, id, moody());
    expect(await states(ctx, id)).toEqual({ 'refused hard': 1, 'postponed 4.2.2': 1, uncertain: 1, sent: 1 });
    expect(await ctx.db.execute(sql`select reason, address from mail_suppressions`)).toMatchObject({
      rows: [{ reason: 'bounced', address: 'r0@d0.example' }],
    });
    for (let tries = 0; tries < 20; tries += 1) {
      later(4);
      await slice(ctx, id, moody());
    }
    expect(await states(ctx, id)).toEqual({ 'refused hard': 1, 'refused soft': 1, uncertain: 1, sent: 1 });
    // She did not hear of it, and may.
    const { rows } = await ctx.db.execute(sql`select address from heard_items order by address`);
    expect(rows).toEqual([{ address: 'r2@d2.example' }, { address: 'r3@d0.example' }]);
  });

  test('an address busy three mailings in a row is left in peace for a while', async () => {
    const ctx = await aHub(1);
    for (let count = 0; count < 3; count += 1) {
      const id = await sendOne(ctx);
      for (let tries = 0; tries < 10; tries += 1) {
        await slice(
          ctx,
          id,
          fakeCarrier(() => ({ result: 'later', why: '', code: '451' })),
        );
        later(12);
      }
    }
    const { rows } = await ctx.db.execute(sql`select reason, until is not null as ends from mail_suppressions`);
    expect(rows).toEqual([{ reason: 'paused', ends: true }]);
  });

  test('a silent server ends the turn, and nobody loses her copy', async () => {
    const ctx = await aHub(30);
    const id = await sendOne(ctx);
    expect(
      (
        await slice(
          ctx,
          id,
          fakeCarrier(() => ({ result: 'later', why: '' })),
        )
      ).end,
    ).toBe('server');
    later(1);
    expect((await slice(ctx, id)).sent).toHaveLength(30);
  });
});

describe('a process that died', () => {
  test('leaves its copies uncertain, told and never sent again; two processes never send one mailing', async () => {
    const ctx = await aHub(10);
    const id = await sendOne(ctx);
    const lease = await takeLease(ctx, id);
    if (!lease) throw new Error('the mailing was free');
    expect(await takeLease(ctx, id)).toBeNull();
    const asked = { mailingId: id, lease, most: 3, closedDomains: null, sent: [] };
    expect(await claimCopies(ctx, asked)).toMatchObject({ copies: [{}, {}, {}] });
    later(1);
    const { sent } = await slice(ctx, id);
    expect(sent).toHaveLength(7);
    expect(await states(ctx, id)).toEqual({ sent: 7, uncertain: 3 });
    expect(await claimCopies(ctx, asked)).toEqual({ outcome: 'stopped' });
  });
});

test('a domain is written to at its pace, the others meanwhile', async () => {
  const ctx = await aHub(9);
  const id = await sendOne(ctx);
  const times: [string, number][] = [];
  const timed = fakeCarrier(({ to }) => {
    times.push([to.address.split('@')[1] ?? '', performance.now()]);
    return { result: 'sent' };
  });
  expect((await slice(ctx, id, timed, 1200)).sent).toHaveLength(9);
  for (const domain of ['d0.example', 'd1.example', 'd2.example']) {
    const own = times.filter(([name]) => name === domain).map(([, at]) => at);
    expect((own.at(-1) ?? 0) - (own[0] ?? 0)).toBeGreaterThan(45);
  }
});
