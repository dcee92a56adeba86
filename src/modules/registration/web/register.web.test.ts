import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { openRegistrationLinks } from '../links.ts';
import { anOffer } from '../testing/builders.ts';
import type { OfferInput } from '../commands/offer-fields.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(async () => {
  hub = await site.hub('Pôle ESS des Marais');
  employee = await hub.person('employee');
});

async function offered(fields: Partial<OfferInput> = {}) {
  const { secret } = site.site.deps.settings;
  const deps = { links: openRegistrationLinks(secret, async () => hub.origin), payments: openPaymentLinks(secret) };
  return anOffer(await hub.context(employee.actor), fields, { deps });
}

const typed = { 'p0-name': 'Yann Ar Mor', 'p0-email': 'yann@essai.example' };

async function register(slug: string, more: Record<string, string> = {}): Promise<string> {
  const answer = await hub.post(`/agenda/${slug}/inscription`, { ...typed, ...more });
  expect(answer.status).toBe(303);
  const [, secret = ''] = /^\/inscription\/([\w-]{43})\?merci=oui$/.exec(answer.headers.get('location') ?? '') ?? [];
  expect(secret).not.toBe('');
  return secret;
}

const textOf = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();

async function mails(): Promise<{ recipient: string; kind: string; body: { attachments?: { text: string }[] } }[]> {
  const { db } = await hub.context();
  const { rows } = await db.execute(sql`select recipient, kind, body from mail_messages order by id`);
  return rows as never;
}

test('one registers in two fields, without account, and gets the calendar file and a private link', async () => {
  const { slug } = await offered({ capacity: 3 });
  expect(await textOf(`/agenda/${slug}`)).toContain(`/agenda/${slug}/inscription`);
  const form = await textOf(`/agenda/${slug}/inscription`);
  expect(form).toContain('name="p0-name"');
  const secret = await register(slug);
  const page = await hub.get(`/inscription/${secret}`);
  expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
    200,
    'private, no-store',
    'no-referrer',
  ]);
  expect(await page.text()).toContain('Yann Ar Mor');
  const [mail] = await mails();
  expect([mail?.recipient, mail?.kind]).toEqual(['yann@essai.example', 'registration.confirmed']);
  expect(mail?.body.attachments?.[0]?.text).toContain('BEGIN:VEVENT');
  expect(await textOf(`/inscription/${secret}/agenda.ics`)).toContain('BEGIN:VEVENT');
  expect(await textOf(`/agenda/${slug}`)).toMatch(/2(\u00a0|&nbsp;)places/);
});

test('behind any other address there is nothing, nor in another hub', async () => {
  const { slug } = await offered();
  const secret = await register(slug);
  const other = await site.hub('Pôle Ailleurs');
  for (const path of [`/inscription/${secret.slice(1)}A`, '/inscription/court'])
    expect((await hub.get(path)).status).toBe(404);
  expect((await other.get(`/inscription/${secret}`)).status).toBe(404);
  expect((await other.post(`/inscription/${secret}/annuler`, { sure: 'oui' })).status).toBe(404);
  expect((await other.get(`/agenda/${slug}/inscription`)).status).toBe(404);
});

test('what is missing is told beside its field, and what was typed stays', async () => {
  const { slug } = await offered({ questions: [{ kind: 'municipality', isRequired: true }] });
  const answer = await hub.post(`/agenda/${slug}/inscription`, {
    'p0-name': 'Anne "Dupré" <b>',
    'p0-email': 'pas-un-mail',
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('Anne &quot;Dupré&quot;');
  expect(page).toContain('id="champ-p0-email-erreur"');
});

test('an employer names several people: each with a mail of her own gets her own link, and it opens hers only', async () => {
  const { slug } = await offered({ mostPeople: 3 });
  const more = await hub.post(`/agenda/${slug}/inscription`, { ...typed, people: '1', act: 'ajouter' });
  const page = await more.text();
  expect([more.status, page.includes('name="p1-name"'), page.includes('Yann Ar Mor')]).toEqual([200, true, true]);
  const people = {
    people: '3',
    'p1-name': 'Lise Du Bois',
    'p1-email': 'lise@essai.example',
    'p2-name': 'Omar Sans Mail',
  };
  await register(slug, people);
  const told = await mails();
  expect(told.map(({ recipient }) => recipient)).toEqual(['yann@essai.example', 'lise@essai.example']);
  const [, own = ''] = /inscription\/([\w-]{43})/.exec(JSON.stringify(told[1]?.body)) ?? [];
  const hers = await textOf(`/inscription/${own}`);
  expect([hers.includes('Lise Du Bois'), hers.includes('Omar Sans Mail')]).toEqual([true, false]);
});

test('twenty identical sendings at once register once, and answer all the same', async () => {
  const { slug } = await offered({ capacity: 5 });
  const key = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => hub.post(`/agenda/${slug}/inscription`, { ...typed, _cle: key })),
  );
  expect(new Set(answers.map((one) => one.headers.get('location'))).size).toBe(1);
  expect(await mails()).toHaveLength(1);
  const other = await hub.post(`/agenda/${slug}/inscription`, { ...typed, 'p0-name': 'Une Autre', _cle: key });
  expect(other.status).toBe(422);
  expect(await textOf(`/agenda/${slug}`)).toMatch(/4(\u00a0|&nbsp;)places/);
});

describe('when all seats are taken', () => {
  test('one waits, is offered the seat that is given back, and takes it', async () => {
    const { slug } = await offered({ capacity: 1 });
    const first = await register(slug);
    const second = await register(slug, { 'p0-name': 'Lise Du Bois', 'p0-email': 'lise@essai.example' });
    expect(await textOf(`/inscription/${second}`)).toContain('1re sur la liste');
    expect(await textOf(`/agenda/${slug}`)).toContain('Liste d’attente');
    expect((await hub.post(`/inscription/${first}/annuler`, {})).status).toBe(422);
    expect((await hub.post(`/inscription/${first}/annuler`, { sure: 'oui' })).status).toBe(303);
    expect(await textOf(`/inscription/${second}`)).toContain('Oui, je prends la place');
    expect((await mails()).filter(({ kind }) => kind === 'registration.offered')).toHaveLength(1);
    expect((await hub.post(`/inscription/${second}/place`, { reponse: 'oui' })).status).toBe(303);
    expect(await textOf(`/inscription/${second}`)).toContain('Vous êtes inscrit·e');
    expect((await hub.post(`/inscription/${second}/place`, { reponse: 'oui' })).status).toBe(422);
  });

  test('a seat refused goes to the next one', async () => {
    const { slug } = await offered({ capacity: 1 });
    const first = await register(slug);
    const second = await register(slug, { 'p0-email': 'b@essai.example' });
    const third = await register(slug, { 'p0-email': 'c@essai.example' });
    await hub.post(`/inscription/${first}/annuler`, { sure: 'oui' });
    await hub.post(`/inscription/${second}/place`, { reponse: 'non' });
    expect(await textOf(`/inscription/${third}`)).toContain('Oui, je prends la place');
  });

  test('without a waiting list, the form says so and takes nobody', async () => {
    const { slug } = await offered({ capacity: 1, hasWaitingList: false });
    await register(slug);
    expect((await hub.post(`/agenda/${slug}/inscription`, typed)).status).toBe(422);
  });
});

test('a seat handed over opens to who has it now, and no more to who gave it', async () => {
  const { slug } = await offered();
  const secret = await register(slug);
  const page = await textOf(`/inscription/${secret}`);
  const [, id = ''] = /name="id" value="([0-9a-f-]{36})"/.exec(page) ?? [];
  const prefix = `over-${id.slice(-6)}-`;
  const given = await hub.post(`/inscription/${secret}/transmettre`, {
    id,
    [`${prefix}name`]: 'Lise Du Bois',
    [`${prefix}email`]: 'lise@essai.example',
  });
  expect(given.headers.get('location')).toBe('/agenda');
  expect((await hub.get(`/inscription/${secret}`)).status).toBe(404);
  const last = (await mails()).at(-1);
  expect(last?.recipient).toBe('lise@essai.example');
  const [, own = ''] = /inscription\/([\w-]{43})/.exec(JSON.stringify(last?.body)) ?? [];
  expect(await textOf(`/inscription/${own}`)).toContain('Lise Du Bois');
});

test('what is still to pay follows the seat: the former page closes, and what was paid stays with who paid', async () => {
  const { slug } = await offered({
    prices: [{ key: 'plein', label: 'Plein tarif', cents: 1250 }],
    paymentWays: ['cheque', 'on_site'],
  });
  const secret = await register(slug, { 'p0-priceKey': 'plein', paymentWay: 'cheque' });
  const page = await textOf(`/inscription/${secret}`);
  const [pay = ''] = /\/payer\/[\w-]+/.exec(page) ?? [];
  expect(await textOf(pay)).toContain('12,50');
  const [, id = ''] = /name="id" value="([0-9a-f-]{36})"/.exec(page) ?? [];
  await hub.post(`/inscription/${secret}/transmettre`, {
    id,
    [`over-${id.slice(-6)}-name`]: 'Lise Du Bois',
    [`over-${id.slice(-6)}-email`]: 'lise@essai.example',
  });
  const [, own = ''] = /inscription\/([\w-]{43})/.exec(JSON.stringify((await mails()).at(-1)?.body)) ?? [];
  const [next = ''] = /\/payer\/[\w-]+/.exec(await textOf(`/inscription/${own}`)) ?? [];
  expect(next).not.toBe('');
  expect(next).not.toBe(pay);
  expect(await textOf(next)).toContain('Lise Du Bois');
  const former = await textOf(pay);
  expect(former).not.toContain('Lise');
  expect(former).not.toContain('name="way"');
  const { db } = await hub.context();
  const { rows } = await db.execute(sql`select state, payer_name from charges order by created_at`);
  expect(rows).toEqual([
    { state: 'cancelled', payer_name: 'Yann Ar Mor' },
    { state: 'due', payer_name: 'Lise Du Bois' },
  ]);
});

test('a seat does not change hands for ever: each time writes to an address anyone may type', async () => {
  const { slug } = await offered();
  const secret = await register(slug, { people: '2', 'p1-name': 'Lise Du Bois' });
  const ids = [...(await textOf(`/inscription/${secret}`)).matchAll(/name="id" value="([0-9a-f-]{36})"/g)];
  const id = ids.map(([, one = '']) => one).at(-1) ?? '';
  const give = (rank: number) =>
    hub.post(`/inscription/${secret}/transmettre`, {
      id,
      [`over-${id.slice(-6)}-name`]: `Personne ${rank}`,
      [`over-${id.slice(-6)}-email`]: 'cible@essai.example',
    });
  const statuses: number[] = [];
  for (let rank = 1; rank <= 7; rank += 1) statuses.push((await give(rank)).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 422, 422]);
  expect((await mails()).filter(({ recipient }) => recipient === 'cible@essai.example')).toHaveLength(5);
});

test('who pays owes the price of each seat, less the code, and loses nothing by a free one', async () => {
  const { slug } = await offered({
    prices: [
      { key: 'plein', label: 'Plein tarif', cents: 1250 },
      { key: 'solidaire', label: 'Tarif solidaire', cents: 300 },
    ],
    promoCodes: [{ code: 'AMI', label: 'Code ami', percent: 50 }],
    paymentWays: ['cheque', 'on_site'],
  });
  const secret = await register(slug, {
    people: '2',
    'p0-priceKey': 'plein',
    'p1-name': 'Lise Du Bois',
    'p1-priceKey': 'solidaire',
    promoCode: 'ami',
    paymentWay: 'cheque',
  });
  // 12,50 € less half, rounded for her, and 1,50 €.
  expect(await textOf(`/inscription/${secret}`)).toContain('7,75\u00a0€');
  const wrong = await hub.post(`/agenda/${slug}/inscription`, { ...typed, 'p0-priceKey': 'plein', promoCode: 'FAUX' });
  expect(await wrong.text()).toContain('Ce code n’est pas reconnu.');
});

test('the panel says what is closed, and the team finds its list there', async () => {
  const { slug, eventId } = await offered({ closesAt: '2020-01-01T00:00:00Z' });
  expect(await textOf(`/agenda/${slug}`)).toContain('Les inscriptions sont closes.');
  expect((await hub.post(`/agenda/${slug}/inscription`, typed)).status).toBe(422);
  expect(await textOf(`/agenda/${slug}`, employee.cookie)).toContain(`/gestion/agenda/${eventId}/inscriptions`);
});

test('robots are thanked and forgotten', async () => {
  const { slug } = await offered();
  expect((await hub.post(`/agenda/${slug}/inscription`, { ...typed, adresse_2: 'x' })).status).toBe(303);
  expect(await mails()).toEqual([]);
});

test('nothing broke', () => expect(site.failures).toEqual([]));

test('several workshops of a day are chosen at once, shown everywhere, and changed by the private link', async () => {
  const workshop = (key: string, capacity: number, from: string, to: string) => ({
    key,
    label: `Atelier ${key}`,
    capacity,
    isWorkshop: true,
    from,
    to,
  });
  const { slug, eventId } = await offered({
    seatKinds: [workshop('conte', 1, '09:30', '10:30'), workshop('velo', 5, '11:00', '12:00')],
  });
  expect(await textOf(`/agenda/${slug}/inscription`)).toMatch(/name="p0-workshops"[^>]*value="conte"/);
  const answer = await hub.post(`/agenda/${slug}/inscription`, { ...typed, 'p0-workshops': ['conte', 'velo'] });
  const [, secret = ''] = /^\/inscription\/([\w-]{43})/.exec(answer.headers.get('location') ?? '') ?? [];
  const shown = (text: string) => text.replaceAll(/&nbsp;|[\u00a0\u202f]/g, ' ');
  expect(shown(await textOf(`/inscription/${secret}`))).toContain('Atelier conte, de 9 h 30 à 10 h 30 ; Atelier velo');
  const calendar = (await textOf(`/inscription/${secret}/agenda.ics`)).replaceAll(/\r\n /g, '');
  expect(shown(calendar)).toMatch(/DESCRIPTION:Yann Ar Mor : Atelier conte\\, de 9 h 30/);
  const [mail] = await mails();
  expect(shown(mail?.body.attachments?.[0]?.text.replaceAll(/\r\n /g, '') ?? '')).toContain('Atelier velo');
  expect(shown(await textOf(`/agenda/${slug}`))).toContain('Atelier conte, de 9 h 30 à 10 h 30 : complet');
  const office = `/gestion/agenda/${eventId}/inscriptions`;
  for (const path of [`${office}?part=velo`, `${office}.csv?part=conte`, `${office}/liste`])
    expect(shown(await textOf(path, employee.cookie))).toMatch(/Atelier conte(, de 9 h 30 à 10 h 30 ;|,) Atelier velo/);
  const { rows } = await (await hub.context()).db.execute<{ id: string }>(sql`select id from registrations`);
  const id = rows[0]?.id ?? '';
  const change = (keys: Record<string, string>) => hub.post(`/inscription/${secret}/ateliers`, { id, ...keys });
  const none = await change({});
  expect([none.status, shown(await none.text()).includes('Choisissez au moins un atelier')]).toEqual([422, true]);
  expect((await change({ [`at-${id.slice(-6)}-workshops`]: 'velo' })).status).toBe(303);
  expect(await textOf(`/inscription/${secret}`)).not.toMatch(/Atelier conte, [^<]*<\/dd>/);
  const stranger = await hub.post(`/inscription/${secret.slice(1)}A/ateliers`, { id, workshops: 'conte' });
  expect(stranger.status).toBe(404);
});
