import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type Fields, type TestHub, type TestSite } from '#tests/support/app.ts';
import { savePoll } from '../../commands/polls/save-poll.ts';
import { saveEvent } from '../../commands/save-event.ts';
import { tellAnswererJob, tellAnswerersJob } from '../../jobs/tell-answerers.ts';
import { linkPurposes } from '../../moderation-paths.ts';
import { pollOffice, pollPath } from '../../poll-paths.ts';
import { pollSheet, type PollSheet } from '../../queries/polls/poll-sheet.ts';
import { readEvent } from '../../queries/stored-event.ts';

const secret = 'un secret pour les essais, assez long pour signer';
const links = openSignedIds(secret);
let site: TestSite;
beforeAll(async () => {
  site = await openTestSite({ ESSAIM_SECRET: secret });
});
afterAll(() => site.close());

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();

interface Polled {
  hub: TestHub;
  ctx: Context;
  cookie: string;
  id: string;
  path: string;
  sheet: () => Promise<PollSheet>;
}

async function aPoll(more: object = {}): Promise<Polled> {
  const hub = await site.hub();
  const { actor, cookie } = await hub.person('employee');
  const ctx = await hub.context(actor);
  const fields = {
    title: 'Réunion des employeurs',
    words: 'On parle des congés.',
    slots: [
      { on: inDays(10), at: '18:00', minutes: 120 },
      { on: inDays(12), at: '22:30', minutes: 120 },
    ],
    hosts: [{ name: 'La Grange' }, { name: 'Le Fournil' }],
    asksHosts: true,
    ...more,
  };
  const { id } = unwrap(await execute(ctx, savePoll, { id: null, version: null, fields }));
  const path = pollPath(links.write(linkPurposes.poll, hub.id, id));
  const sheet = async () =>
    (await pollSheet(ctx.db, id, { now: ctx.clock.now(), withDrafts: true })) ?? expect.fail('no poll');
  return { hub, ctx, cookie, id, path, sheet };
}

/** An answer: a choice a date, in order. */
async function answered({ hub, path, sheet }: Polled, name: string, choices: string[], more: Fields = {}) {
  const { slots } = await sheet();
  const said = Object.fromEntries(slots.map(({ slotId }, at) => [`slot-${slotId}`, choices[at] ?? '']));
  return hub.post(path, { name, ...said, ...more });
}

async function runJobs({ hub, ctx }: Polled, run: 'thank' | 'tell', id: string): Promise<void> {
  const deps = {
    originOf: async () => hub.origin,
    hubLook: async () => ({ name: 'Pôle ESS d’Essai', land: { hue: 160, motif: 'hills' as const } }),
    links,
  };
  const noQueue = { ports: undefined, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  const job = run === 'thank' ? tellAnswererJob(deps) : tellAnswerersJob(deps);
  await job.run({ ...ctx, actor: null, ...noQueue }, { id });
}

test('each date thought of tells what stands around it, before anyone is asked', async () => {
  const { hub, ctx, cookie, id } = await aPoll();
  const fields = { title: 'Marché solidaire', startsOn: inDays(10), startsAt: '19:00', endsAt: '21:00' };
  unwrap(await execute(ctx, saveEvent, { id: null, version: null, fields, act: 'publish' }));
  const typed = {
    title: 'Autre',
    act: 'regarder',
    'slot-0-on': inDays(10),
    'slot-0-at': '18:00',
    'slot-1-on': inDays(10),
    'slot-1-at': '08:00',
    'slot-2-on': '2026-02-30',
  };
  const looked = await hub.post(pollOffice.add, typed, cookie);
  const html = await looked.text();
  expect([looked.status, html.includes('value="Autre"')]).toEqual([200, true]);
  expect(html).toMatch(/[Aa]ux mêmes heures\u00a0: Marché solidaire/);
  expect(html).toMatch(/[Cc]e jour-là\u00a0: Marché solidaire/);
  expect(await (await hub.get(pollOffice.poll(id), cookie)).text()).toMatch(
    /[Aa]ux mêmes heures\u00a0: Marché solidaire/,
  );
});

async function letters(ctx: Context) {
  const { rows } = await ctx.db.execute<{ kind: string; recipient: string; body: string }>(
    sql`select kind, recipient, body::text as body from mail_messages where kind like 'agenda.poll%' order by created_at, id`,
  );
  return rows;
}

describe('finding a date together', () => {
  test('a mailbox answers a few times, no more, by whatever way', async () => {
    const poll = await aPoll();
    const email = 'cible@essai.example';
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1)
      statuses.push((await answered(poll, `Personne ${time}`, ['yes', 'no'], { email })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422]);
    const sent = await answered(poll, 'Anne Essai', ['yes', 'no'], { email: 'anne@essai.example' });
    const own = sent.headers.get('location') ?? '';
    const changed = await poll.hub.post(own, { name: 'Anne Essai', email: 'Cible@essai.example' });
    expect([changed.status, await changed.text()]).toEqual([
      422,
      expect.stringContaining('déjà répondu plusieurs fois'),
    ]);
    expect((await poll.sheet()).answers.filter((one) => one.email === email)).toHaveLength(5);
    expect((await answered(poll, 'Sans mail', ['yes', 'no'])).status).toBe(303);
  });

  test('is answered by link without account, changed by its own link, closed into a draft, and all are told once', async () => {
    const poll = await aPoll();
    const { hub, ctx, cookie, id, path } = poll;
    expect(await (await hub.get(path)).text()).toMatch(/Réunion des employeurs[\s\S]*de 18/);
    const sent = await answered(poll, 'Anne Essai', ['yes', 'no'], {
      email: 'Anne@essai.example',
      canHost: 'oui',
      hostWords: 'Au fournil, 20 personnes',
    });
    const own = sent.headers.get('location') ?? '';
    expect(own.startsWith(`${path}/`)).toBe(true);
    const [first] = (await poll.sheet()).answers;
    await runJobs(poll, 'thank', first?.id ?? '');
    await runJobs(poll, 'thank', first?.id ?? '');
    const [thanks, ...more] = await letters(ctx);
    expect(more).toEqual([]);
    expect(thanks).toMatchObject({ kind: 'agenda.poll-answered', recipient: 'anne@essai.example' });
    expect(thanks?.body).toContain(own);
    expect(thanks?.body).not.toMatch(/Réunion|Anne Essai|fournil/);

    const { slots } = await poll.sheet();
    const [one, two] = slots.map(({ slotId }) => `slot-${slotId}`);
    const mine = await (await hub.get(own)).text();
    expect(mine).toContain('value="Anne Essai"');
    await hub.post(own, { name: 'Anne Essai', email: 'anne@essai.example', [one ?? '']: 'maybe', [two ?? '']: 'yes' });
    await answered(poll, 'Bilal Essai', ['no', 'yes']);
    const sheet = await poll.sheet();
    expect(sheet.answers).toHaveLength(2);
    expect(sheet.slots.map(({ yes, isBest }) => [yes, isBest])).toEqual([
      [0, false],
      [2, true],
    ]);

    // The night of the second date ends on the day after.
    const end = { act: 'close', version: '1', slot: slots[1]?.slotId ?? '', host: `host:${sheet.hosts[0]?.hostId}` };
    const closed = await hub.post(pollOffice.poll(id), end, cookie);
    const eventId = closed.headers.get('location')?.split('/').at(-1) ?? '';
    expect(await readEvent(ctx.db, eventId)).toMatchObject({
      status: 'draft',
      fields: {
        title: 'Réunion des employeurs',
        startsOn: inDays(12),
        startsAt: '22:30',
        endsAt: '00:30',
        isOwn: true,
        placeNote: 'La Grange',
      },
    });
    await runJobs(poll, 'tell', id);
    await runJobs(poll, 'tell', id);
    const told = (await letters(ctx)).slice(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ kind: 'agenda.poll-closed', recipient: 'anne@essai.example' });
    expect(told[0]?.body).toMatch(/BEGIN:VCALENDAR/);
    expect(await (await hub.get(path)).text()).toContain('La date est choisie');
    expect((await answered(poll, 'Trop tard', ['yes', 'yes'])).status).toBe(422);
    expect((await hub.post(pollOffice.poll(id), end, cookie)).status).toBe(422);
  });

  test('shows answers to whom the team chose, and mails to nobody else', async () => {
    for (const [shownTo, names, counts] of [
      ['everyone', true, true],
      ['counts', false, true],
      ['team', false, false],
    ] as const) {
      const poll = await aPoll({ shownTo });
      await answered(poll, 'Anne Essai', ['yes', 'no'], { email: 'anne@secrete.example', comment: 'Plutôt tôt' });
      const page = await (await poll.hub.get(poll.path)).text();
      expect(page.includes('Anne Essai')).toBe(names);
      expect(page.includes('poll-results')).toBe(counts);
      expect(page).not.toContain('secrete.example');
      const office = await (await poll.hub.get(pollOffice.poll(poll.id), poll.cookie)).text();
      expect(office).toContain('anne@secrete.example');
      const file = await (await poll.hub.get(pollOffice.answers(poll.id), poll.cookie)).text();
      expect(file).toContain('anne@secrete.example');
      expect(file).toContain('Plutôt tôt');
      expect((await poll.hub.get(pollOffice.answers(poll.id))).status).not.toBe(200);
    }
  });

  test('says what else happens that day, drafts to the team alone', async () => {
    const poll = await aPoll();
    const { ctx, hub, path, id, cookie } = poll;
    for (const [title, act] of [
      ['Foire aux arbres', 'publish'],
      ['Projet secret', 'keep'],
    ] as const)
      unwrap(
        await execute(ctx, saveEvent, {
          id: null,
          version: null,
          act,
          fields: { title, startsOn: inDays(10), startsAt: '10:00' },
        }),
      );
    const page = await (await hub.get(path)).text();
    expect(page).toContain('Foire aux arbres');
    expect(page).not.toContain('Projet secret');
    expect(await (await hub.get(pollOffice.poll(id), cookie)).text()).toContain('Projet secret');
  });

  test('the team types answers told by phone and says who is needed; a no of theirs rules the date out', async () => {
    const poll = await aPoll();
    const { hub, id, cookie } = poll;
    const { slots } = await poll.sheet();
    const choices = { [`slot-${slots[0]?.slotId}`]: 'no', [`slot-${slots[1]?.slotId}`]: 'maybe' };
    await hub.post(pollOffice.poll(id), { act: 'answer', name: 'Présidente', ...choices }, cookie);
    for (const name of ['Un', 'Deux']) await answered(poll, name, ['yes', 'maybe']);
    expect((await poll.sheet()).slots.map(({ isBest }) => isBest)).toEqual([true, false]);
    const chair = (await poll.sheet()).answers.find(({ name }) => name === 'Présidente');
    expect(chair?.isTypedByTeam).toBe(true);
    await hub.post(pollOffice.poll(id), { act: 'needed', needed: [chair?.id ?? ''] }, cookie);
    expect((await poll.sheet()).slots.map(({ isBest, isBlocked }) => [isBest, isBlocked])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('dates that stay keep their answers when the poll is changed; two who change it are told', async () => {
    const poll = await aPoll();
    await answered(poll, 'Anne Essai', ['yes', 'yes']);
    const slots = [
      { on: inDays(10), at: '18:00', minutes: 120 },
      { on: inDays(20), at: '09:00', minutes: 60 },
    ];
    const fields = { title: 'Réunion', slots };
    unwrap(await execute(poll.ctx, savePoll, { id: poll.id, version: 1, fields }));
    expect((await poll.sheet()).slots.map(({ yes }) => yes)).toEqual([1, 0]);
    expect(await execute(poll.ctx, savePoll, { id: poll.id, version: 1, fields })).toMatchObject({
      reason: 'edited_meanwhile',
    });
  });

  test('a form of the team says what is wrong beside its row, and opens a poll', async () => {
    const hub = await site.hub();
    const cookie = await hub.signIn('employee');
    const wrong = await hub.post(pollOffice.add, { title: '', 'slot-3-on': inDays(3), 'slot-3-at': '' }, cookie);
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('Donnez un titre');
    expect(text).toContain('champ-slot-3-at-erreur');
    const right = { title: 'Visite', 'slot-0-on': inDays(3), 'slot-0-at': '10:00', hosts: 'La Grange\n\nLa Grange' };
    const opened = await hub.post(pollOffice.add, right, cookie);
    expect(opened.headers.get('location')).toMatch(/\/gestion\/agenda\/sondages\/[\w-]{36}$/);
    expect((await hub.get(opened.headers.get('location') ?? '', cookie)).status).toBe(200);
  });

  test('links of others, wrong slots and strangers reach nothing', async () => {
    const [poll, other] = [await aPoll(), await aPoll()];
    expect((await other.hub.get(poll.path)).status).toBe(404);
    expect((await poll.hub.get(`${poll.path}/${links.write(linkPurposes.answer, poll.hub.id, other.id)}`)).status).toBe(
      404,
    );
    for (const path of [pollOffice.list, pollOffice.poll(poll.id), pollOffice.edit(poll.id)])
      expect((await poll.hub.get(path, await poll.hub.signIn('member'))).status).toBe(404);
    const foreign = (await other.sheet()).slots[0]?.slotId ?? '';
    await poll.hub.post(poll.path, { name: 'X', [`slot-${foreign}`]: 'yes' });
    expect((await poll.sheet()).answers[0]?.choices.size).toBe(0);
    await poll.hub.post(pollOffice.poll(poll.id), { act: 'trash', version: '1' }, poll.cookie);
    expect((await poll.hub.get(poll.path)).status).toBe(404);
    await poll.hub.post(`${pollOffice.poll(poll.id)}?annuler`, {}, poll.cookie);
    expect((await poll.hub.get(poll.path)).status).toBe(200);
  });
});
