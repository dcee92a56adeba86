import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveConsent, registerPerson } from '#modules/identity/index.ts';
import { inWork } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { MailableSource } from '#platform/contributions/module.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { sendScheduled } from '../commands/send-scheduled.ts';
import { writeMailing } from '../commands/write-mailing.ts';
import { withdrawnFrom } from '../compose/withdrawn-from.ts';
import { addMailing } from '../commands/saving/write-rows.ts';
import { planCopies } from '../commands/saving/plan-copies.ts';
import { startSending } from '../commands/saving/start-sending.ts';
import { isOpenToAll, nobody, type Audience } from '../domain/audience.ts';
import { mailingPersonalData } from '../personal-data.ts';
import { audienceCounts, audienceLines } from '../queries/audience.ts';
import { readMailing } from '../queries/read-mailing.ts';
import { askSubscription } from '../subscriptions/commands/ask-subscription.ts';
import { addSubscriber, anItem, fakeCarrier, links, noSegments, writerOf } from '../testing/builders.ts';
import { forgetOldSubscriptions } from '../subscriptions/jobs/forget-unconfirmed.ts';
import { suppress } from './keep-bounce.ts';
import { sendSlice } from './send-slice.ts';

const deps = { segments: noSegments };
let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await openTestDatabase();
  ctx = contextOf(database, await newHub(database), actorWith('employee'));
});
afterAll(() => database.close());

async function person(name: string, email = `${name.toLowerCase()}@ici.example`): Promise<string> {
  return unwrap(await execute(ctx, registerPerson, { givenName: 'Lou', familyName: name, email })).personId;
}

const member = (personId: string) =>
  ctx.db.execute(sql`insert into person_roles (id, person_id, role, starts_at)
    values (${ctx.newId()}, ${personId}, 'member', now() - interval '1 day')`);
const agree = (personId: string) =>
  inWork(ctx, (work) =>
    giveConsent(work, { personId, purpose: 'newsletter', wording: 'Je veux la lettre.', source: 'essai' }),
  );

test('between the plan and the sending, what let somebody in must still be so', async () => {
  const names = ['Membre', 'Partie', 'Accord', 'Retrait', 'Pause', 'Oubli'] as const;
  const ids = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await person(name)] as const)));
  const id = (name: (typeof names)[number]) => ids[name] ?? '';
  for (const name of ['Membre', 'Partie', 'Pause', 'Oubli'] as const) await member(id(name));
  for (const name of ['Accord', 'Retrait'] as const) await agree(id(name));
  const mailingId = await inWork(ctx, async (work) => {
    const added = await addMailing(work, {
      kind: 'letter',
      subject: 'life',
      title: 'Une nouvelle du réseau',
      preview: '',
      introduction: 'Bonjour',
      audience: { ...nobody, members: true },
      isArchived: false,
      items: [],
    });
    const copies = names.map((name) => ({
      address: `${name.toLowerCase()}@ici.example`,
      name,
      personId: id(name),
      subscriberId: null,
      basis: name === 'Accord' || name === 'Retrait' ? ('consent' as const) : ('member' as const),
    }));
    await planCopies(work, added, copies);
    const mailing = await readMailing(work.db, added);
    if (mailing) await startSending(work, mailing, copies.length);
    return added;
  });
  await ctx.db.execute(sql`update person_roles set ends_at = now() where person_id = ${id('Partie')}::uuid`);
  await ctx.db.execute(sql`update consents set withdrawn_at = now() where person_id = ${id('Retrait')}::uuid`);
  await ctx.db.execute(sql`update persons set erased_at = now() where id = ${id('Oubli')}::uuid`);
  await addSubscriber(ctx, 'pause@ici.example', { personId: id('Pause'), subjects: ['jobs'] });
  await ctx.db.execute(sql`update newsletter_subscribers set paused_until = now() + interval '1 day'
    where address = 'pause@ici.example'`);
  const { carrier, sent } = fakeCarrier();
  await sendSlice(ctx, mailingId, { carrier, writer: await writerOf(ctx, mailingId), domainPace: null });
  expect(sent.map(({ to }) => to.address).sort()).toEqual(['accord@ici.example', 'membre@ici.example']);
  const { rows } = await ctx.db.execute<{ reason: string }>(
    sql`select distinct reason from mailing_deliveries where mailing_id = ${mailingId}::uuid and state = 'skipped'`,
  );
  expect(rows).toEqual([{ reason: 'unsubscribed' }]);
});

test('a choice of subjects and a pause count more than an older agreement; a segment that went lets nobody in', async () => {
  const chosen = await person('Choix');
  await agree(chosen);
  await addSubscriber(ctx, 'choix@ici.example', { personId: chosen, subjects: ['jobs'] });
  const about = { subject: 'events' as const, items: [] };
  const segments = { ...noSegments, people: async () => sql`select ${chosen}::uuid as person_id` };
  const asked = { ...about, audience: { ...nobody, segments: [ctx.newId()] } };
  expect((await audienceLines(ctx, segments, asked, { limit: 5 })).map(({ why }) => why)).toEqual(['noConsent']);
  const paused = await audienceLines(ctx, segments, { ...asked, subject: 'life' }, { limit: 5 });
  expect(paused.map(({ why }) => why)).toEqual(['noConsent']);
  const gone = { subject: 'jobs' as const, items: [], audience: { ...nobody, subjects: ['jobs' as const] } };
  expect((await audienceCounts(ctx, noSegments, gone)).receive).toBe(1);
  const narrowed: Audience = { ...gone.audience, within: ctx.newId() };
  expect(await audienceCounts(ctx, noSegments, { ...gone, audience: narrowed })).toEqual({ receive: 0, left: [] });
  expect([isOpenToAll(gone.audience), isOpenToAll(narrowed), isOpenToAll({ ...nobody })]).toEqual([true, false, false]);
});

test('what was withdrawn since it was planned does not leave', async () => {
  await addSubscriber(ctx, 'lectrice@ici.example', { subjects: ['calls'] });
  const [there, gone] = [anItem(ctx, { subject: 'calls' }), anItem(ctx, { subject: 'calls', title: 'Retirée' })];
  const planned = async (items: (typeof there)[]): Promise<string> => {
    const at = ctx.clock.now();
    const fields = {
      subject: 'calls' as const,
      title: 'Programmée',
      audience: { ...nobody, subjects: ['calls' as const] },
    };
    const { id } = unwrap(await execute(ctx, writeMailing(deps), { ...fields, items, act: 'keep' }));
    await ctx.db.execute(
      sql`update mailings set state = 'scheduled', scheduled_at = ${at.toString()} where id = ${id}::uuid`,
    );
    return id;
  };
  const source: MailableSource = {
    kind: 'news',
    label: 'Actualités',
    publishedBetween: async () => [],
    chosen: async (_ctx, ids) =>
      ids.flatMap((id) => (id === there.id ? [{ ...there, picture: null, themes: [], audiences: [] }] : [])),
  };
  const leave = async (id: string) =>
    execute({ ...ctx, actor: null }, sendScheduled(deps), { id, withdrawn: await withdrawnFrom(ctx, [source], id) });
  const [both, only] = [await planned([there, gone]), await planned([gone])];
  expect(unwrap(await leave(both))).toEqual({ copies: 1 });
  expect((await readMailing(ctx.db, both))?.items.map(({ itemId }) => itemId)).toEqual([there.id]);
  expect(unwrap(await leave(only))).toEqual({ copies: 0 });
  expect((await readMailing(ctx.db, only))?.state).toBe('draft');
});

test('of a mailbox that two people share, each sees and takes away her own', async () => {
  const shared = 'foyer@ici.example';
  const [one, other] = [await person('Une', shared), await person('Autre', shared)];
  await addSubscriber(ctx, shared, { personId: other });
  expect(await mailingPersonalData.export(ctx, one)).toEqual([]);
  expect(JSON.stringify(await mailingPersonalData.export(ctx, other))).toContain(shared);
  await ctx.db.transaction(async (tx) => {
    await mailingPersonalData.erase(tx as never, one);
  });
  expect(JSON.stringify(await mailingPersonalData.export(ctx, other))).toContain(shared);
});

test('after three years a mailing remembers how many received it, a refusal goes on without the address', async () => {
  const old = 'ancienne@ici.example';
  await addSubscriber(ctx, old);
  const fields = { subject: 'life' as const, title: 'D’alors', audience: { ...nobody, subjects: ['life' as const] } };
  const { id } = unwrap(await execute(ctx, writeMailing(deps), { ...fields, items: [anItem(ctx)], act: 'send' }));
  const { carrier } = fakeCarrier();
  await sendSlice(ctx, id, { carrier, writer: await writerOf(ctx, id), domainPace: null });
  await suppress(ctx, { address: old, reason: 'unsubscribed' });
  for (const change of [
    sql`mailing_deliveries set settled_at = now() - interval '4 years'`,
    sql`heard_items set at = now() - interval '4 years'`,
    sql`mail_suppressions set since = now() - interval '4 years'`,
    sql`newsletter_subscribers set ended_at = now() - interval '4 years' where address = ${old}`,
  ])
    await ctx.db.execute(sql`update ${change}`);
  expect((await execute({ ...ctx, actor: null }, forgetOldSubscriptions, {})).ok).toBe(true);
  for (const table of ['mailing_deliveries', 'heard_items', 'newsletter_subscribers', 'mail_suppressions'])
    expect(
      (await ctx.db.execute(sql`select 1 from ${sql.raw(table)} t where t::text like '%' || ${old} || '%'`)).rows,
      table,
    ).toEqual([]);
  const { rows } = await ctx.db.execute(
    sql`select distinct state from mailing_deliveries where mailing_id = ${id}::uuid`,
  );
  expect(rows).toEqual([{ state: 'sent' }]);
  await addSubscriber(ctx, old);
  const again = { subject: 'life' as const, items: [], audience: fields.audience };
  const lines = await audienceLines(ctx, noSegments, again, { limit: 20 });
  expect(lines.find(({ address }) => address === old)?.why).toBe('suppressed');
});

test('a mailbox is not filled by writing something after a plus', async () => {
  const ask = askSubscription({ links, originOf: async () => 'https://pole.example' });
  const stranger = { ...ctx, actor: null };
  for (const local of ['cible', 'cible+1', 'CIBLE+2', 'cible+3', 'cible+4', 'voisine'])
    expect((await execute(stranger, ask, { address: `${local}@la.example` })).ok).toBe(true);
  const { rows } = await ctx.db.execute<{ recipient: string }>(
    sql`select recipient from mail_messages where recipient like '%@la.example' order by recipient`,
  );
  expect(rows.map(({ recipient }) => recipient).sort()).toEqual([
    'cible+1@la.example',
    'cible+2@la.example',
    'cible@la.example',
    'voisine@la.example',
  ]);
  const { rows: told } = await ctx.db.execute(
    sql`select 1 from audit_entries where summary like '%@%' and subject_kind = 'subscriber'`,
  );
  expect(told).toEqual([]);
});
