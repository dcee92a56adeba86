import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { indexForSearch, type Visibility } from '#platform/search/search.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

const probe = `"'><svg onload=x>{{7*7}}`;

let site: TestSite;
let hub: TestHub;
let kind = '';
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  kind = site.site.deps.modules.flatMap((module) => module.searchKinds ?? [])[0]?.kind ?? '';
  await index('Épicerie des Écluses', 'public', `À Redon ${probe}`);
  await index('Atelier des adhérents', 'members', 'Épicerie réservée');
  await index('Note sur une épicerie', 'staff', 'Pour l’équipe');
});
afterAll(() => site.close());

async function index(title: string, visibility: Visibility, summary: string): Promise<void> {
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
  expect(await searched('zzzyxq')).toContain('Essayez un mot plus court');
  expect(await searched('')).toContain('Que cherchez-vous');
});
