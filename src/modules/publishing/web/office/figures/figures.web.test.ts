import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

let site: TestSite;
let hub: TestHub;
let employee: string;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.signIn('employee');
});
afterAll(() => site.close());

const office = '/gestion/chiffres-cles';
const fields = {
  label: 'emplois',
  value: '1 410,5',
  unit: '',
  sourceName: 'Observatoire',
  sourceUrl: '',
  asOf: '2023-12-31',
  perimeter: 'les Vallons',
  note: '',
  topic: 'jobs',
};
async function add(change: Record<string, string> = {}): Promise<string> {
  const answer = await hub.post(`${office}/ajouter`, { ...fields, ...change }, employee);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

test('keeps what was typed beside what is refused', async () => {
  const answer = await hub.post(`${office}/ajouter`, { ...fields, value: 'beaucoup', sourceName: '' }, employee);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('value="beaucoup"');
  expect(page).toContain('Écrivez un nombre');
  expect(page).toContain('d’où vient ce chiffre');
});

test('adds, edits under a lock, pastes values, removes them, throws away and takes back', async () => {
  const path = await add();
  const page = await (await hub.get(path, employee)).text();
  expect(page).toContain('value="1\u202f410,5"');
  expect((await hub.post(path, { ...fields, value: '1 500', version: '1' }, employee)).status).toBe(303);
  const late = await hub.post(path, { ...fields, value: '7', version: '1' }, employee);
  expect(late.status).toBe(422);
  expect(await late.text()).toMatch(/pendant que vous écriviez[\s\S]*1\u202f500[\s\S]*value="7"/);

  const half = await hub.post(`${path}/valeurs`, { action: 'ajouter', points: '2019 1200\nhier 3' }, employee);
  expect(half.status).toBe(422);
  expect(await half.text()).toMatch(/ligne 2[\s\S]*2019 1200/);
  expect(
    (await hub.post(`${path}/valeurs`, { action: 'ajouter', points: '2019\t1200\n2021\t1300' }, employee)).status,
  ).toBe(303);
  expect((await hub.post(`${path}/valeurs`, { action: 'retirer', days: '2019-12-31' }, employee)).status).toBe(303);
  const edited = await (await hub.get(path, employee)).text();
  expect(edited).toContain('1\u202f300');
  expect(edited).not.toContain('1\u202f200');

  const id = path.split('/').at(-1) ?? '';
  expect((await hub.post(`${office}/lot`, { ids: id, action: 'corbeille' }, employee)).status).toBe(303);
  expect((await hub.get(path, employee)).status).toBe(404);
  expect(await (await hub.get(`${office}/corbeille`, employee)).text()).toContain('1\u202f500');
  expect((await hub.post(`${office}/corbeille`, { ids: id }, employee)).status).toBe(303);
  expect((await hub.get(path, employee)).status).toBe(200);
});

test('says when two figures of one name differ, and orders them', async () => {
  const path = await add({ label: 'coopératives', value: '19' });
  await add({ label: 'Coopératives', value: '23', sourceName: 'Une autre étude' });
  const list = await (await hub.get(office, employee)).text();
  expect(list).toContain('ne disent pas la même chose');
  expect((await hub.post(`${path}/ordre`, { act: 'down' }, employee)).status).toBe(303);
  const after = await (await hub.get(office, employee)).text();
  expect(after.lastIndexOf('Une autre étude')).toBeLessThan(after.lastIndexOf(path));
});

test('types the past of the hub', async () => {
  const path = `${office}/indicateurs`;
  expect((await hub.post(path, { action: 'ajouter', indicator: '', points: '2019 2' }, employee)).status).toBe(422);
  expect(
    (await hub.post(path, { action: 'ajouter', indicator: 'hub.cafes', points: '2019 2,5' }, employee)).status,
  ).toBe(422);
  expect(
    (await hub.post(path, { action: 'ajouter', indicator: 'hub.cafes', points: '2019 2\n2025 9' }, employee)).status,
  ).toBe(303);
  expect(await (await hub.get(path, employee)).text()).toContain('cafés associatifs');
});

test('nobody else enters', async () => {
  const path = await add({ label: 'discret' });
  const member = await hub.signIn('member', 'contributor', 'board_member');
  for (const address of [office, `${office}/ajouter`, path, `${office}/corbeille`, `${office}/indicateurs`]) {
    expect((await hub.get(address, member)).status, address).toBe(404);
    expect((await hub.get(address)).status, address).not.toBe(200);
  }
  expect((await hub.post(`${path}/valeurs`, { action: 'ajouter', points: '2019 1' }, member)).status).toBe(404);
  const other = await site.hub('Autre pôle');
  expect((await other.get(path, await other.signIn('employee'))).status).toBe(404);
});
