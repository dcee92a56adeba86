import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { aPerson } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type Fields, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { beginOrganizationRole } from '../commands/keep-organization-roles.ts';
import { comparePeopleList } from '../imports/jobs/compare-people-import.ts';
import { readPeopleList } from '../imports/jobs/read-people-import.ts';
import { undoPeopleList } from '../imports/jobs/undo-people-import.ts';
import { writePeopleList } from '../imports/jobs/write-people-import.ts';
import { readPeopleImport } from '../imports/queries/import-sheet.ts';
import { addSegment } from '../segments/commands/keep-segments.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
let ctx: Context;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
  ctx = await hub.context(employee.actor);
  const awa = await aPerson(ctx, {
    givenName: 'Awa',
    familyName: 'Tessier',
    email: 'awa@reseau.example',
    roles: ['member'],
  });
  await aPerson(ctx, { givenName: 'Marcel', familyName: 'Œuvrard', phone: '02 61 91 00 02' });
  const garden = await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
  unwrap(
    await execute(ctx, beginOrganizationRole, { personId: awa.personId, organizationId: garden.id, kind: 'treasurer' }),
  );
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
});

const text = async (path: string, cookie = employee.cookie) =>
  (await (await hub.get(path, cookie)).text()).replaceAll(/[\u00a0\u202f]/g, ' ');
const send = (path: string, fields: Fields) => hub.post(path, fields, employee.cookie);
/** What the next page would say. */
const told = async (path: string, fields: Fields) => {
  const [, word = ''] = /essaim_mot=([\w-]+)\./.exec((await send(path, fields)).headers.getSetCookie().join()) ?? [];
  return Buffer.from(word, 'base64url')
    .toString()
    .replaceAll(/[\u00a0\u202f]/g, ' ');
};
const listed = async (query: string): Promise<string[]> => {
  const csv = await text(`/gestion/personnes?format=csv${query}`);
  return csv
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(/[;,]/).slice(0, 2).join(' ').replaceAll('"', ''));
};
const idOf = async (name: string) => {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from persons where family_name = ${name} order by created_at desc limit 1`,
  );
  return rows[0]?.id ?? '';
};

test('people are found by name whatever its accents, address, number, mark, structure or segment', async () => {
  expect(await listed('&q=OEUVRARD')).toEqual(['Marcel Œuvrard']);
  expect(await listed('&q=tessier+aw')).toEqual(['Awa Tessier']);
  expect(await listed('&q=%25')).toEqual([]);
  expect(await listed('&q=awa%40reseau')).toEqual(['Awa Tessier']);
  expect(await listed('&q=33261910002')).toEqual(['Marcel Œuvrard']);
  expect(await listed('&role=member')).toEqual(['Awa Tessier']);
  expect(await listed('&compte=sans&mail=sans')).toEqual(['Marcel Œuvrard']);
  expect(await listed('&structure=jardins')).toEqual(['Awa Tessier']);
  const { id } = unwrap(
    await execute(ctx, addSegment, {
      name: 'Par téléphone seulement',
      definition: {
        join: 'all',
        conditions: [
          { key: 'people.phone', isContrary: false, value: '' },
          { key: 'people.email', isContrary: true, value: '' },
        ],
      },
    }),
  );
  expect(await listed(`&segment=${id}`)).toEqual(['Marcel Œuvrard']);
  const page = await text(`/gestion/personnes?segment=${id}&structure=%22%3E%3Cscript%3E`);
  expect(page).toContain('Par téléphone seulement');
  expect(page).not.toContain('"><script>');
});

test('many are tagged, untagged and given a status at once, ticked or found', async () => {
  const ids = [await idOf('Tessier'), await idOf('Œuvrard')];
  expect(await told('/gestion/personnes/agir', { ids, action: 'etiqueter', label: 'Marché de Noël' })).toContain(
    'C’est fait pour 2 personnes.',
  );
  const tag = await ctx.db.execute<{ id: string }>(sql`select id from people_tags`);
  expect(await listed(`&etiquette=${tag.rows[0]?.id}`)).toHaveLength(2);
  await send('/gestion/personnes/agir?q=tessier&toutes=oui', { action: 'statut', status: 'press' });
  expect(await listed('&statut=press')).toEqual(['Awa Tessier']);
  await send('/gestion/personnes/agir', { ids, action: 'retirer', label: 'marche de noel' });
  expect(await listed(`&etiquette=${tag.rows[0]?.id}`)).toEqual([]);
  expect(await told('/gestion/personnes/agir', { ids: [], action: 'etiqueter', label: 'x' })).toContain(
    'Cochez au moins une personne.',
  );
  expect(await told('/gestion/personnes/agir', { ids, action: 'statut', status: 'inconnu' })).toContain(
    'Choisissez un statut.',
  );
});

test('a segment is built without script, counted, saved, corrected and deleted', async () => {
  const start = await text('/gestion/segments/nouveau?ajouter=people.hub-role');
  expect(start).toContain('Complétez les conditions');
  const query = 'reunir=all&condition.0=people.hub-role&valeur.0=member&condition.1=training.trained&sens.1=contraire';
  const built = await text(`/gestion/segments/nouveau?${query}`);
  expect(built).toContain('Toute personne qui a pour rôle au pôle « adhésion » et n’est jamais venue à une formation.');
  expect(built).toMatch(/data-count[^>]*>1 personne, toutes joignables par mail/);
  expect(built).toContain('Par exemple : Awa Tessier.');
  const counted = await hub.get(`/gestion/segments/compte?${query}`, employee.cookie);
  expect(await counted.json()).toMatchObject({ total: 1, withEmail: 1 });

  const fields = Object.fromEntries(new URLSearchParams(query));
  const unnamed = await send('/gestion/segments/nouveau', { ...fields, name: ' ' });
  expect(unnamed.status).toBe(422);
  expect(await unnamed.text()).toContain('Donnez un nom à ce segment.');
  const unsound = await send('/gestion/segments/nouveau', { ...fields, 'valeur.0': '', name: 'Membres' });
  expect(await unsound.text()).toContain('Complétez la condition 1');
  const saved = await send('/gestion/segments/nouveau', { ...fields, name: 'Jamais formés' });
  const path = saved.headers.get('location') ?? '';
  expect(await text(path)).toMatch(/Awa Tessier[\s\S]*a pour rôle au pôle « adhésion » ; n’est jamais venue/);
  expect(await text(`${path}?format=csv`)).toContain('awa@reseau.example');
  expect(await text('/gestion/segments')).toContain('Jamais formés');
  const twice = await send('/gestion/segments/nouveau', { ...fields, name: 'JAMAIS FORMÉS' });
  expect(await twice.text()).toContain('Un autre segment porte déjà ce nom.');

  await send(`${path}/modifier`, { ...fields, name: 'Membres', version: '1', 'sens.0': 'contraire' });
  expect(await text(path)).toContain('n’a pas pour rôle au pôle');
  const late = await send(`${path}/modifier`, { ...fields, name: 'Trop tard', version: '1' });
  expect(await late.text()).toContain('Quelqu’un a changé ce segment entre-temps');
  expect(await told(`${path}/agir`, { action: 'etiqueter', label: 'Du segment' })).toContain('C’est fait pour');
  await send(`${path}/supprimer`, {});
  expect((await hub.get(path, employee.cookie)).status).toBe(404);
});

test('a list is imported from the pages, and taken back', async () => {
  const file = new File(
    ['Nom;Prénom;Mail\nTanguy;Gwenn;gwenn@reseau.example\nTessier;Awa;autre@reseau.example\n'],
    'Contacts_2026.csv',
  );
  const started = await send('/gestion/personnes/importer', { fichier: file });
  const path = started.headers.get('location') ?? '';
  expect(await text(path)).toContain('Lecture du fichier');
  await work(path);
  expect(await text(path)).toContain('value="Contacts 2026"');
  const nothing = await send(`${path}/colonnes`, { source: 'Contacts' });
  expect(await nothing.text()).toContain('Dites au moins où est le nom');
  await send(`${path}/colonnes`, {
    source: 'Contacts',
    'colonne.0': 'familyName',
    'colonne.1': 'givenName',
    'colonne.2': 'email',
  });
  await work(path);
  expect(await text(path)).toMatch(/1 ligne ressemble à quelqu’un de connu[\s\S]*Awa Tessier/);
  await send(`${path}/decisions`, { ids: '1', action: 'merge' });
  await send(`${path}/lancer`, {});
  await work(path);
  expect(await text(`${path}?lignes=nouvelles`)).toMatch(/personnes ajoutées[\s\S]*Gwenn Tanguy/);
  expect(await listed('&q=gwenn')).toEqual(['Gwenn Tanguy']);
  expect(await listed('&q=autre%40')).toEqual(['Awa Tessier']);
  await send(`${path}/annuler`, {});
  await work(path);
  expect(await listed('&q=gwenn')).toEqual([]);
  expect(await text('/gestion/personnes/importer')).toContain('Annulé');
  expect((await send('/gestion/personnes/importer', {})).status).toBe(422);
});

test('nobody outside the team, nor another hub, sees any of it', async () => {
  const member = await hub.signIn('member');
  const other = await site.hub();
  const elsewhere = await other.signIn('employee');
  const { rows } = await ctx.db.execute<{ segment: string; import: string }>(
    sql`select (select id from people_segments limit 1) as segment, (select id from people_imports limit 1) as import`,
  );
  const own = [`/gestion/segments/${rows[0]?.segment}`, `/gestion/personnes/importer/${rows[0]?.import}`];
  for (const path of [
    ...own,
    '/gestion/segments',
    '/gestion/segments/compte',
    '/gestion/personnes/importer',
    '/gestion/personnes?format=csv',
  ]) {
    expect((await hub.get(path, member)).status, path).toBe(404);
    expect([303, 404], path).toContain((await hub.get(path)).status);
  }
  for (const path of own) expect((await other.get(path, elsewhere)).status, path).toBe(404);
  expect(await (await other.get('/gestion/personnes?format=csv', elsewhere)).text()).not.toContain('Œuvrard');
});

/** Does what the worker would do next. */
async function work(path: string): Promise<void> {
  const id = path.split('/').at(-1) ?? '';
  const { ports } = site.site;
  const sheet = await readPeopleImport(ctx.db, id);
  if (sheet?.status === 'reading') await readPeopleList(ctx, ports, id, sheet.pass);
  if (sheet?.status === 'comparing') await comparePeopleList(ctx, ports, id, sheet.pass);
  if (sheet?.status === 'running') await writePeopleList(ctx, ports, id, sheet.pass);
  if (sheet?.status === 'undoing') await undoPeopleList(ctx, { thread: async () => [] }, id, sheet.pass);
}
