import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { openRegistrationLinks } from '../../links.ts';
import { anOffer } from '../../testing/builders.ts';
import type { OfferInput } from '../../commands/offer-fields.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(async () => {
  hub = await site.hub('Pôle ESS des Marais');
  employee = await hub.person('employee');
});

async function offered(fields: Partial<OfferInput> = {}, more: Record<string, unknown> = {}) {
  const { secret } = site.site.deps.settings;
  const deps = { links: openRegistrationLinks(secret, async () => hub.origin), payments: openPaymentLinks(secret) };
  return anOffer(await hub.context(employee.actor), fields, { deps, more });
}

const textOf = async (path: string) => (await hub.get(path, employee.cookie)).text();
const dateOf = (page: string) => /name="date" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';

async function add(eventId: string, fields: Record<string, string>): Promise<Response> {
  const office = `/gestion/agenda/${eventId}/inscriptions`;
  return hub.post(`${office}/ajouter`, { date: dateOf(await textOf(office)), ...fields }, employee.cookie);
}

test('someone who phoned is registered by her name alone, and goes home with a slip', async () => {
  const { eventId } = await offered({ capacity: 5 });
  const answer = await add(eventId, { name: 'Jeanne Sans Mail' });
  const slip = answer.headers.get('location') ?? '';
  expect(slip).toMatch(/\/recu$/);
  expect(await textOf(slip)).toContain('Jeanne Sans Mail');
  expect(await textOf(`/gestion/agenda/${eventId}/inscriptions/liste`)).toContain('Jeanne Sans Mail');
  const list = await textOf(`/gestion/agenda/${eventId}/inscriptions`);
  expect(list).toContain('saisi par');
  const { db } = await hub.context();
  const { rows } = await db.execute(sql`select email from registrations`);
  expect(rows).toEqual([{ email: null }]);
  expect((await db.execute(sql`select id from mail_messages`)).rows).toEqual([]);
});

test('nobody else reads who comes, in any form', async () => {
  const { eventId } = await offered();
  await add(eventId, { name: 'Jeanne Sans Mail' });
  const office = `/gestion/agenda/${eventId}/inscriptions`;
  const [, one = ''] = new RegExp(`href="(${office}/[0-9a-f-]{36})"`).exec(await textOf(office)) ?? [];
  const member = await hub.signIn('member', 'contributor', 'board_member');
  for (const path of [
    office,
    `${office}.csv`,
    `${office}.xlsx`,
    one,
    `${one}/recu`,
    `${office}/liste`,
    `${office}/provenance`,
    `${office}/reglages`,
  ]) {
    expect((await hub.get(path, employee.cookie)).status, path).toBe(200);
    expect((await hub.get(path, member)).status, path).toBe(404);
    expect((await hub.get(path)).status, path).not.toBe(200);
  }
  const other = await site.hub('Pôle Voisin');
  const stranger = await other.signIn('employee');
  for (const path of [office, `${office}.csv`, one]) expect((await other.get(path, stranger)).status, path).toBe(404);
});

test('exports neutralise formulas and hold the answers', async () => {
  const { eventId } = await offered({ questions: [{ kind: 'diet', isRequired: false }] });
  await add(eventId, { name: '=1+1 Jeanne', diet: 'sans gluten', municipality: 'Guichen' });
  const csv = await textOf(`/gestion/agenda/${eventId}/inscriptions.csv`);
  expect(csv).toContain('sans gluten');
  expect(csv).not.toMatch(/(^|[;,"\n])=1\+1/);
  expect(await textOf(`/gestion/agenda/${eventId}/inscriptions/provenance`)).toContain('Guichen');
});

test('a seat given out of turn needs a reason and a free seat', async () => {
  const { eventId } = await offered({ capacity: 1 });
  await add(eventId, { name: 'Anne Première' });
  await add(eventId, { name: 'Bruno Second' });
  const office = `/gestion/agenda/${eventId}/inscriptions`;
  const page = await textOf(`${office}?etat=attente`);
  const [, id = ''] = /name="ids" value="([0-9a-f-]{36})"/.exec(page) ?? [];
  const give = (note: string) => hub.post(`${office}/lot`, { action: 'placer', ids: id, note }, employee.cookie);
  await give('il vient de loin');
  expect(await textOf(`${office}?etat=attente`)).toContain('Bruno Second');
  const reglages = await textOf(`${office}/reglages`);
  const [, version = ''] = /name="version" value="(\d+)"/.exec(reglages) ?? [];
  expect(version).toBe('1');
  // Seats added go to those who wait, by themselves.
  const saved = await hub.post(
    `${office}/reglages`,
    {
      version,
      isOpen: 'oui',
      scope: 'each',
      capacity: '2',
      waitingRule: 'arrival',
      hasWaitingList: 'oui',
      keepsGroups: 'oui',
    },
    employee.cookie,
  );
  expect(saved.status).toBe(303);
  expect(await textOf(`${office}?etat=attente`)).toContain('Place proposée jusqu’au');
  await give('il vient de loin');
  expect(await textOf(office)).toContain('Bruno Second');
});

test('the settings keep questions, seats, prices and codes as they were typed, and refuse what is not clear', async () => {
  const { eventId } = await offered();
  const path = `/gestion/agenda/${eventId}/inscriptions/reglages`;
  const typed = {
    version: '1',
    isOpen: 'oui',
    scope: 'each',
    capacity: '20',
    'seatKinds-0-label': 'Sur place',
    'seatKinds-0-capacity': '15',
    'seatKinds-1-label': 'En ligne',
    'ask-diet': 'optional',
    'ask-municipality': 'required',
    'free-0-label': 'Quel atelier ?',
    'free-0-kind': 'choice',
    'free-0-choices': 'Bois\nTerre',
    'prices-0-label': 'Plein tarif',
    'prices-0-cents': '12,50',
    'prices-1-label': 'Solidaire',
    'prices-1-cents': '0',
    'promoCodes-0-code': 'AMI',
    'promoCodes-0-off': '20 %',
    paymentWays: ['on_site', 'cheque'],
    waitingRule: 'members',
    reminderHours: ['48', '2'],
  };
  const wrong = await hub.post(
    path,
    { ...typed, 'prices-0-cents': 'douze', 'free-0-choices': 'Bois' },
    employee.cookie,
  );
  const page = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(page).toContain('id="champ-free-0-choices-erreur"');
  expect(page).toContain('id="champ-prices-0-cents-erreur"');
  expect(page).toContain('value="douze"');
  expect((await hub.post(path, typed, employee.cookie)).status).toBe(303);
  const kept = await textOf(path);
  for (const words of ['Sur place', 'Quel atelier ?', '12,5', '20 %', 'Terre']) expect(kept).toContain(words);
  expect((await hub.post(path, typed, employee.cookie)).status).toBe(422);
});

test('one corrects, moves to another date, and the queue of each date is its own', async () => {
  const { eventId } = await offered({ capacity: 1 }, { rule: 'FREQ=WEEKLY;COUNT=3' });
  const office = `/gestion/agenda/${eventId}/inscriptions`;
  await add(eventId, { name: 'Anne Première', email: 'anne@essai.example' });
  const [, one = ''] = new RegExp(`href="(${office}/[0-9a-f-]{36})"`).exec(await textOf(office)) ?? [];
  const page = await textOf(one);
  const [, to = ''] = /<option value="([0-9a-f-]{36})"/.exec(page) ?? [];
  expect((await hub.post(`${one}/deplacer`, { date: to }, employee.cookie)).status).toBe(303);
  expect(await textOf(office)).not.toContain('Anne Première');
  expect(await textOf(`${office}?date=${to}`)).toContain('Anne Première');
  const [, version = ''] = /name="version" value="(\d+)"/.exec(await textOf(one)) ?? [];
  const corrected = { version, name: 'Anne Deuxième', email: 'anne@essai.example' };
  expect((await hub.post(one, corrected, employee.cookie)).status).toBe(303);
  expect((await hub.post(one, corrected, employee.cookie)).status).toBe(422);
  expect(await textOf(`${office}?date=${to}`)).toContain('Anne Deuxième');
});

test('nothing broke', () => expect(site.failures).toEqual([]));
