import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { encoded, openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { writeMailing } from '../commands/write-mailing.ts';
import { nobody } from '../domain/audience.ts';
import { paths, unsubscribePurpose } from '../paths.ts';
import { noSegments } from '../testing/builders.ts';
import { choicesPath } from './reader-link.ts';
import { forgetOldSubscriptions } from './jobs/forget-unconfirmed.ts';

let site: TestSite;
let hub: TestHub;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  hub = await site.hub();
});

const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  (await (await hub.context()).db.execute<Row>(query)).rows as Row[];
const mailsTo = (address: string) =>
  rows<{ kind: string; href: string }>(
    sql`select kind, body #>> '{action,href}' as href from mail_messages where recipient = ${address} order by created_at, id`,
  );
const subscriber = async (address: string) =>
  (
    await rows(sql`select subjects, rhythm, confirmed_at is not null as confirmed, ended_at is not null as ended,
    paused_until is not null as paused, source, wording from newsletter_subscribers where address = ${address}`)
  )[0];
const pathOf = (href: string | undefined) => new URL(href ?? '').pathname;

/** Asks with an address and gives the private link that was mailed. */
async function ask(address: string, fields: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await hub.post('/abonnement', { address, ...fields });
  expect(answer.status).toBe(303);
  return pathOf((await mailsTo(address.toLowerCase())).at(-1)?.href);
}

describe('subscribing', () => {
  it('takes an address, a mailed link, and a click that says which subjects', async () => {
    const home = await (await hub.get('/')).text();
    expect(home).toContain('action="/abonnement"');
    expect(await (await hub.get('/abonnement')).text()).not.toMatch(/type="checkbox"[^>]*checked/);
    const link = await ask('Lise@Lecteurs.example');
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ confirmed: false, subjects: [] });

    // Opening the link does nothing: mail programs do it by themselves.
    const page = await hub.get(link);
    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ confirmed: false });

    const empty = await hub.post(link, { act: 'confirmer', rhythm: 'weekly' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Choisissez au moins un sujet.');
    const done = await hub.post(link, { act: 'confirmer', subjects: ['life', 'jobs'], rhythm: 'monthly' });
    expect(done.status).toBe(303);
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({
      confirmed: true,
      subjects: ['life', 'jobs'],
      rhythm: 'monthly',
      wording: expect.stringContaining('changer d’avis'),
    });
    const kept = await rows(sql`select act, source from subscription_consents order by at, id`);
    expect(kept.map(({ act }) => act)).toEqual(['asked', 'confirmed']);
  });

  it('answers alike whether the address is known, and changes nothing of a reader without her link', async () => {
    const link = await ask('lise@lecteurs.example');
    await hub.post(link, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' });
    const known = await hub.post('/abonnement', {
      address: 'lise@lecteurs.example',
      subjects: 'jobs',
      rhythm: 'at_once',
    });
    const unknown = await hub.post('/abonnement', { address: 'inconnue@lecteurs.example', subjects: 'jobs' });
    expect([known.status, known.headers.get('location')]).toEqual([unknown.status, unknown.headers.get('location')]);
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ subjects: ['life'], rhythm: 'weekly' });
    expect((await mailsTo('lise@lecteurs.example')).map(({ kind }) => kind)).toEqual([
      'mailing.confirm-subscription',
      'mailing.already-subscribed',
    ]);
  });

  it('never lets a stranger fill a mailbox, nor say a word in it', async () => {
    for (let times = 0; times < 6; times += 1)
      await hub.post('/abonnement', {
        address: 'visee@lecteurs.example',
        name: 'Achetez ceci',
        source: 'http://mal.example',
      });
    expect(await mailsTo('visee@lecteurs.example')).toHaveLength(3);
    const said = await rows<{ body: string }>(sql`select body::text || subject as body from mail_messages`);
    expect(said.some(({ body }) => /Achetez|mal\.example/.test(body))).toBe(false);
    const trapped = await hub.post('/abonnement', { address: 'robot@lecteurs.example', adresse_2: 'oui' });
    expect(trapped.status).toBe(303);
    expect(await mailsTo('robot@lecteurs.example')).toEqual([]);
    expect((await hub.post('/abonnement', { address: 'pas une adresse' })).status).toBe(422);
    // The same place cannot try forever.
    const answers = [];
    for (let times = 0; times < 7; times += 1) {
      const { body, headers } = await encoded({ address: `a${times}@lecteurs.example` });
      const sent = { method: 'POST', address: '10.9.9.9', body, headers: { ...headers, origin: hub.origin } } as const;
      answers.push((await hub.send('/abonnement', sent)).status);
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
  });

  it('is over after seven days without confirming, and then forgotten', async () => {
    const link = await ask('lente@lecteurs.example');
    await rows(sql`update newsletter_subscribers set asked_at = now() - interval '8 days'`);
    expect((await hub.get(link)).status).toBe(410);
    expect((await hub.post(link, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' })).status).toBe(410);
    expect(await execute(await hub.context(null), forgetOldSubscriptions, {})).toMatchObject({
      value: { unconfirmed: 1 },
    });
    expect((await hub.get(link)).status).toBe(404);
  });
});

describe('the page of a reader', () => {
  it('changes, pauses, stops at once, and lets her come back', async () => {
    const link = await ask('lise@lecteurs.example');
    await hub.post(link, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' });
    await hub.post(link, { act: 'changer', subjects: ['events', 'calls'], rhythm: 'at_once', pause: 'one_month' });
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({
      subjects: ['events', 'calls'],
      rhythm: 'at_once',
      paused: true,
    });
    const page = await (await hub.get(link)).text();
    expect(page).toContain('En pause jusqu’au');
    expect(page).toContain('Ce que nous gardons de vous');
    await hub.post(link, { act: 'arreter' });
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ ended: true });
    expect(await rows(sql`select reason from mail_suppressions`)).toEqual([{ reason: 'unsubscribed' }]);
    expect((await hub.post(link, { act: 'changer', subjects: 'life', rhythm: 'weekly' })).status).toBe(422);
    await hub.post(link, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' });
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ ended: false, confirmed: true });
    expect(await rows(sql`select reason from mail_suppressions`)).toEqual([]);
  });

  it('stops once by the link of a letter, however often it is sent, and again by an old letter once she came back', async () => {
    const own = await ask('lise@lecteurs.example');
    await hub.post(own, { act: 'confirmer', subjects: 'life', rhythm: 'at_once' });
    const ctx = await hub.context((await hub.person('employee')).actor);
    const audience = { ...nobody, subjects: ['life'] };
    const letter = { kind: 'letter', subject: 'life', title: 'Bonjour', introduction: 'Bonjour à toutes.', audience };
    const fields = { ...letter, preview: '', isArchived: false, items: [], act: 'send' };
    unwrap(await execute(ctx, writeMailing({ segments: noSegments }), fields as never));
    const [copy] = await rows<{ id: string }>(sql`select id from mailing_deliveries`);
    const secret = openSignedIds(site.site.deps.settings.secret).write(unsubscribePurpose, hub.id, copy?.id ?? '');
    const path = paths.unsubscribe(secret);
    for (let times = 0; times < 3; times += 1) {
      const answer = await hub.post(path, { 'List-Unsubscribe': 'One-Click' });
      expect([answer.status, (await answer.text()).includes('C’est fait')]).toEqual([200, true]);
    }
    const ends = () => rows(sql`select 1 from subscription_consents where act = 'ended'`);
    expect(await ends()).toHaveLength(1);
    expect(await rows(sql`select 1 from audit_entries where command = 'mailing.unsubscribe'`)).toHaveLength(1);
    await hub.post(own, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' });
    expect(await (await hub.get(path)).text()).toContain('Ne plus rien recevoir');
    await hub.post(path, { 'List-Unsubscribe': 'One-Click' });
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ ended: true });
    expect(await ends()).toHaveLength(2);
  });

  it('shows the one who was forwarded a letter neither who received it, nor lets her subscribe that reader again', async () => {
    const link = await ask('lise@lecteurs.example');
    await hub.post(link, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' });
    const [reader] = await rows<{ id: string }>(sql`select id from newsletter_subscribers`);
    const letter = choicesPath(openSignedIds(site.site.deps.settings.secret), hub.id, reader?.id ?? '');
    const page = await (await hub.get(letter)).text();
    expect(page).toContain('l…@lecteurs.example');
    expect(page).not.toMatch(/lise@|Ce que nous gardons/);
    // A browser tells no origin from a page that keeps its address to itself.
    const { body, headers } = await encoded({ act: 'changer', subjects: ['jobs'], rhythm: 'monthly' });
    const opaque = { ...headers, origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await hub.send(letter, { method: 'POST', body, headers: opaque })).status).toBe(303);
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ subjects: ['jobs'], rhythm: 'monthly' });
    await hub.post(letter, { act: 'arreter' });
    const back = await hub.post(letter, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' });
    expect(back.headers.get('location')).toBe('/abonnement');
    expect(await subscriber('lise@lecteurs.example')).toMatchObject({ ended: true });
  });

  it('opens to no other hub, nor to a made-up link', async () => {
    const link = await ask('lise@lecteurs.example');
    const other = await site.hub();
    expect((await other.get(link)).status).toBe(404);
    expect((await other.post(link, { act: 'confirmer', subjects: 'life', rhythm: 'weekly' })).status).toBe(404);
    expect((await hub.get(`${link}A`)).status).toBe(404);
  });
});

describe('the team', () => {
  it('subscribes on paper with a proof, changes, stops, lists and takes the list away', async () => {
    const { cookie } = await hub.person('employee');
    const add = '/gestion/envois/abonnes/ajouter';
    const paper = {
      address: 'papier@lecteurs.example',
      name: 'Odile Pré',
      subjects: 'life',
      rhythm: 'monthly',
      source: 'Bulletin papier',
    };
    expect((await hub.post(add, { ...paper, proof: '' }, cookie)).status).toBe(422);
    expect((await hub.post(add, { ...paper, proof: 'Bulletin du 12 mars' }, cookie)).status).toBe(303);
    expect(await subscriber('papier@lecteurs.example')).toMatchObject({ confirmed: true, source: 'Bulletin papier' });
    expect(await rows(sql`select proof from subscription_consents`)).toEqual([{ proof: 'Bulletin du 12 mars' }]);
    expect((await mailsTo('papier@lecteurs.example')).map(({ kind }) => kind)).toEqual(['mailing.subscribed-by-team']);
    expect((await hub.post(add, { ...paper, proof: 'Deux fois' }, cookie)).status).toBe(422);

    const [kept] = await rows<{ id: string }>(sql`select id from newsletter_subscribers`);
    const id = kept?.id ?? '';
    const sheet = `/gestion/envois/abonnes/${id}`;
    const change = { version: '2', name: 'Odile Pré', subjects: 'jobs', rhythm: 'weekly', proof: 'Appel du 3 avril' };
    expect((await hub.post(sheet, { ...change, version: '1' }, cookie)).status).toBe(422);
    expect((await hub.post(sheet, change, cookie)).status).toBe(303);
    expect(await (await hub.get('/gestion/envois/abonnes?sujet=jobs&q=papier', cookie)).text()).toContain(
      'papier@lecteurs.example',
    );
    expect(await (await hub.get('/gestion/envois/abonnes?sujet=life', cookie)).text()).not.toContain(
      'papier@lecteurs.example',
    );
    const csv = await hub.get('/gestion/envois/abonnes.csv?rythme=weekly', cookie);
    expect(await csv.text()).toContain('papier@lecteurs.example');

    await hub.post('/gestion/envois/abonnes', { ids: id, action: 'arreter' }, cookie);
    expect(await rows(sql`select reason from mail_suppressions`)).toEqual([{ reason: 'asked' }]);
    // The team does not take back what someone stopped: she alone does.
    const again = await hub.post(add, { ...paper, proof: 'Insistons' }, cookie);
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Elle seule peut revenir')]);
  });

  it('is the only one to see it', async () => {
    const { cookie } = await hub.person('member');
    for (const path of ['/gestion/envois/abonnes', '/gestion/envois/abonnes.csv', '/gestion/envois/recapitulatif'])
      expect([path, (await hub.get(path, cookie)).status, (await hub.get(path)).status !== 200]).toEqual([
        path,
        404,
        true,
      ]);
    const team = await hub.person('employee');
    for (const path of ['/gestion/envois/recapitulatif', '/gestion/envois/recapitulatif/apercu'])
      expect([path, (await hub.get(path, team.cookie)).status]).toEqual([path, 200]);
    expect(site.failures).toEqual([]);
  });
});
