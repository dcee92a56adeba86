import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { indexForSearch, type SearchEntry, type Visibility } from '#platform/search/search.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

const probe = `"'><svg onload=x>{{7*7}}`;

let site: TestSite;
let hub: TestHub;
const kind = 'organization';
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  await index('Épicerie des Écluses', 'public', `À Redon ${probe}`);
  await index('Atelier des adhérents', 'members', 'Épicerie réservée');
  await index('Note sur une épicerie', 'staff', 'Pour l’équipe');
});
afterAll(() => site.close());

async function index(
  title: string,
  visibility: Visibility,
  summary: string,
  more: Partial<SearchEntry> = {},
): Promise<void> {
  const { db } = await site.site.contextOf(hub.id, null);
  await inTransaction(db, (tx) =>
    indexForSearch(tx, {
      kind,
      subjectId: newId(),
      title,
      summary,
      path: '/annuaire/x',
      visibility,
      keywords: '',
      body: '',
      ...more,
    }),
  );
}

const searched = async (text: string, cookie?: string) =>
  (await hub.get(`/recherche?q=${encodeURIComponent(text)}`, cookie)).text();

test('finds without accents, marks the words, and shows each reader what is hers', async () => {
  const anyone = await searched('epicerie');
  expect(anyone).toContain('<mark>Épicerie</mark> des Écluses');
  expect(anyone).not.toContain('Atelier des adhérents');
  expect(anyone).not.toContain('Note sur une');
  const member = await searched('epicerie', await hub.signIn('member'));
  expect(member).toContain('Atelier des adhérents');
  expect(member).not.toContain('Note sur une');
  expect(await searched('epicerie', await hub.signIn('employee'))).toContain('Note sur une');
});

test('says the words it searched instead', async () => {
  const page = await searched('épicrie');
  expect(page).toContain('Aucun résultat pour');
  expect(page).toContain('<b>epicerie</b>');
  expect(page).toContain('des Écluses');
});

test('nothing typed nor stored becomes markup', async () => {
  for (const page of [await searched(probe), await searched('epicerie'), await searched(`${probe} epicerie`)]) {
    expect(page).not.toContain('<svg onload');
    expect(page).not.toContain(`"'>`);
  }
  expect((await hub.get(`/recherche?q=${'a'.repeat(5000)}&page=999&quoi=${encodeURIComponent(probe)}`)).status).toBe(
    200,
  );
});

test('helps when nothing is found or asked', async () => {
  const nothing = await searched('zzzyxq & co');
  expect(nothing).toContain('Essayez un mot plus court');
  expect(nothing).toContain('href="/contact?sujet=zzzyxq+%26+co&amp;de=%2Frecherche"');
  expect(await searched('')).toContain('Que cherchez-vous');
});

test('counts each kind as links, and shows one of them', async () => {
  await index('Fanfare du bourg', 'public', '');
  await index('Fanfare secrète', 'staff', '', { kind: 'person' });
  await index('Jouer dans la fanfare', 'members', '', { kind: 'person' });
  const own = `/recherche?q=fanfare&amp;quoi=${kind}`;
  expect(await searched('fanfare')).not.toContain('Genres de résultats');
  const staff = await searched('fanfare', await hub.signIn('employee'));
  expect(staff).toContain(`href="${own}"`);
  expect(staff).toMatch(/Personnes<span class="count">2</);
  expect(staff).toMatch(/Tout<span class="count">3</);
  const page = await hub.get(`/recherche?q=fanfare&quoi=${kind}`, await hub.signIn('employee'));
  const text = await page.text();
  expect(text).toMatch(/Personnes<span class="count">2</);
  expect(text).toContain('du bourg');
  expect(text).not.toContain('secrète');
});

test('the team finds drafts, told as such, and people', async () => {
  await index('Budget du four à pain', 'staff', '', { state: 'brouillon' });
  const cookie = await hub.signIn('employee');
  expect(await searched('budget four', cookie)).toMatch(/<span class="chip strong">brouillon</);
  const people = await searched('équipe salariée', cookie);
  expect(people).toContain('href="/gestion/personnes/');
  expect(await searched('équipe salariée', await hub.signIn('member'))).not.toContain('/gestion/personnes/');
});

test('suggests titles while one types, to each reader what is hers', async () => {
  const asked = async (text: string, cookie?: string) => {
    const answer = await hub.get(`/recherche/suggestions?q=${encodeURIComponent(text)}`, cookie);
    expect(answer.status).toBe(200);
    return { list: (await answer.json()) as unknown[], cache: answer.headers.get('cache-control') };
  };
  const open = await asked('epi');
  expect(open.list).toEqual([
    { value: 'Épicerie des Écluses', label: 'Épicerie des Écluses', detail: 'structure', href: '/annuaire/x' },
  ]);
  expect(open.cache).toBe('private, max-age=60');
  const staff = await asked('note sur', await hub.signIn('employee'));
  expect([staff.list.length, staff.cache]).toEqual([1, 'private, no-store']);
  expect((await asked('note sur')).list).toEqual([]);
  for (const text of ['', 'a', '🚲', probe, '((( !!', 'é'.repeat(5000)]) expect((await asked(text)).list).toEqual([]);
});

test('what visitors search in vain reaches the team, and a synonym answers it', async () => {
  const town = await site.hub();
  const search = (text: string) => town.get(`/recherche?q=${encodeURIComponent(text)}`);
  for (let visitor = 0; visitor < 3; visitor++) await search('gouter des aines');
  await search('jeanne@poste.example');
  const cookie = await town.signIn('employee');
  await town.get('/recherche?q=cherche-par-equipe', cookie);
  await site.site.deps.tally.flush();
  const office = await (await town.get('/gestion/recherche', cookie)).text();
  expect(office).toContain('gouter des aines');
  expect(office).not.toContain('poste.example');
  expect(office).not.toContain('cherche-par');
  expect(office).toMatch(/4\srecherches, dont 4 sans réponse/);
  expect(office).toContain('/gestion/recherche/synonymes?mot=gouter+des+aines');
  expect(await (await town.get('/gestion/recherche.csv', cookie)).text()).toContain('gouter des aines');
  for (const role of ['member', 'board_member', 'operator'] as const)
    expect((await town.get('/gestion/recherche', await town.signIn(role))).status, role).toBe(404);

  const form = await (await town.get('/gestion/recherche/synonymes?mot=gouter+des+aines', cookie)).text();
  expect(form).toContain('value="gouter des aines, "');
  expect((await town.post('/gestion/recherche/synonymes', { words: 'seul' }, cookie)).status).toBe(422);
  const added = await town.post('/gestion/recherche/synonymes', { words: 'goûter des aînés, thé dansant' }, cookie);
  expect(added.status).toBe(303);
  const { db } = await site.site.contextOf(town.id, null);
  await inTransaction(db, (tx) =>
    indexForSearch(tx, {
      kind,
      subjectId: newId(),
      title: 'Le thé dansant du lundi',
      summary: '',
      path: '/annuaire/x',
      visibility: 'public',
      keywords: '',
      body: '',
    }),
  );
  expect(await (await search('gouter des aines')).text()).toContain('<mark>thé</mark> <mark>dansant</mark>');
});
