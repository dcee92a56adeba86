import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#platform/context/context.ts';
import { execute } from '#platform/command/execute.ts';
import { createFileStore, type FileStore } from '#platform/files/file-store.ts';
import { noGeocoder, type Geocoder } from '#platform/geocoder/geocoder.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { editOrganization } from '../commands/edit-organization.ts';
import { chooseMapping } from '../commands/imports/choose-mapping.ts';
import { decideRows } from '../commands/imports/decide-rows.ts';
import type { ImportMapping } from '../commands/imports/import-mapping.ts';
import { runImport } from '../commands/imports/run-import.ts';
import { startImport } from '../commands/imports/start-import.ts';
import { undoImport } from '../commands/imports/undo-import.ts';
import { importRows } from '../queries/imports/import-rows.ts';
import { readImport } from '../queries/imports/import-sheet.ts';
import { readOrganizations } from '../queries/stored-organization.ts';
import { anOrganization } from '../testing/builders.ts';
import { compareImport } from './compare-import.ts';
import { importFileKey } from '#platform/imports/import-files.ts';
import { importFromFile } from './import-from-file.ts';
import { placeOrganizations } from './place-organizations.ts';
import { readImportFile } from './read-import.ts';
import { takeBackImport } from './take-back-import.ts';
import { writeImport } from './write-import.ts';

let database: TestDatabase;
let folder: string;
let files: FileStore;
const outbound = createOutbound({ userAgent: 'Essaim/test' });
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'essaim-imports-'));
  files = createFileStore(`file://${folder}`);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const towns = ['35580;Guichen', '35600;Redon', '35000;Rennes', '35470;Bain-de-Bretagne', '35550;Pipriac'];

/** A list of so many structures, each with its own name. */
function listOf(count: number, change: (index: number) => string = () => 'Des légumes.'): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `${index + 1};Structure ${word(index)};${towns[index % towns.length]};${change(index)}`,
  );
  return ['Identifiant;Nom;Code postal;Commune;Description', ...lines].join('\n');
}

/** Names that no comparison takes one for another. */
function word(index: number): string {
  const syllables = ['ba', 'ko', 'mi', 'tu', 're', 'fla', 'gro', 'zy', 'dou', 'pin'];
  return [...String(index + 1000)].map((digit) => syllables[Number(digit)]).join('');
}

async function team(hub?: string): Promise<Context> {
  return contextOf(database, hub ?? (await newHub(database)), actorWith('employee'));
}

async function uploaded(ctx: Context, text: string | Uint8Array, fileName = 'liste.csv'): Promise<string> {
  const fileKey = importFileKey(ctx.hubId, 'bin');
  await files.put(fileKey, Buffer.from(text));
  return unwrap(await execute(ctx, startImport, { from: { kind: 'upload', fileKey, fileName } })).id;
}

/** An import compared and ready to be launched. */
async function ready(
  ctx: Context,
  text: string,
  source = 'Liste du pôle',
  more: Partial<ImportMapping> = {},
): Promise<string> {
  const importId = await uploaded(ctx, text);
  await readImportFile(ctx, { files, outbound }, importId, 1);
  const mapping = { ...((await readImport(ctx.db, importId))?.mapping as ImportMapping), ...more };
  const { pass } = unwrap(await execute(ctx, chooseMapping, { importId, source, mapping }));
  await compareImport(ctx, { files, outbound }, importId, pass);
  return importId;
}

async function launched(ctx: Context, importId: string): Promise<number> {
  return unwrap(await execute(ctx, runImport, { importId })).pass;
}

async function imported(ctx: Context, text: string, source?: string): Promise<string> {
  const importId = await ready(ctx, text, source);
  await writeImport(ctx, { files }, importId, await launched(ctx, importId));
  return importId;
}

async function sheets(ctx: Context): Promise<{ id: string; name: string; version: number; trashed: boolean }[]> {
  const { rows } = await ctx.db.execute<{ id: string; name: string; version: number; trashed: boolean }>(
    sql`select id, name, version, trashed_at is not null as trashed from organizations order by name_key`,
  );
  return rows;
}

async function sheetNamed(ctx: Context, name: string) {
  const found = (await sheets(ctx)).find((sheet) => sheet.name === name);
  const sheet = found && (await readOrganizations(ctx.db, [found.id])).get(found.id);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe('importing a list', () => {
  it('reads, recognises, foresees, writes and tells', async () => {
    const ctx = await team();
    const importId = await ready(ctx, listOf(25));
    expect(await readImport(ctx.db, importId)).toMatchObject({
      status: 'ready',
      counts: { new: 25, changed: 0, duplicate: 0, rejected: 0 },
    });
    expect(await sheets(ctx)).toHaveLength(0);
    await writeImport(ctx, { files }, importId, await launched(ctx, importId));
    expect(await readImport(ctx.db, importId)).toMatchObject({ status: 'done', counts: { added: 25 }, progress: 25 });
    const sheet = await sheetNamed(ctx, `Structure ${word(0)}`);
    expect(sheet).toMatchObject({
      status: 'published',
      profile: { description: 'Des légumes.', locations: [{ municipalityInsee: '35126', isApproximate: true }] },
    });
    expect(sheet.fieldOrigins.name).toMatchObject({ source: 'Liste du pôle' });
    expect(sheet.confirmedAt).toBeNull();
  });

  it('done again changes nothing', async () => {
    const ctx = await team();
    await imported(ctx, listOf(30));
    const before = await sheets(ctx);
    const again = await imported(ctx, listOf(30));
    expect(await readImport(ctx.db, again)).toMatchObject({
      counts: { new: 0, changed: 0, unchanged: 30, added: 0, updated: 0 },
    });
    expect(await sheets(ctx)).toEqual(before);
  });

  it('done again without keys changes nothing either', async () => {
    const ctx = await team();
    const keyless = listOf(30).replace(/^[^;]*;/gm, '');
    await imported(ctx, keyless);
    const again = await imported(ctx, keyless);
    expect(await readImport(ctx.db, again)).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 30, added: 0 } });
  });

  it('changes what the list changed, and leaves what a human wrote', async () => {
    const ctx = await team();
    await imported(ctx, listOf(5));
    const touched = await sheetNamed(ctx, `Structure ${word(1)}`);
    unwrap(
      await execute(ctx, editOrganization, {
        id: touched.id,
        version: 1,
        changes: { description: 'Réécrite par l’équipe.' },
      }),
    );
    const again = await imported(
      ctx,
      listOf(5, () => 'Des légumes et du pain.'),
    );
    expect(await readImport(ctx.db, again)).toMatchObject({ counts: { changed: 4, unchanged: 1, updated: 4 } });
    expect((await sheetNamed(ctx, touched.profile.name)).profile.description).toBe('Réécrite par l’équipe.');
    expect((await sheetNamed(ctx, `Structure ${word(2)}`)).profile.description).toBe('Des légumes et du pain.');
    const { rows } = await importRows(ctx.db, again, 'unchanged', { size: 10, offset: 0 });
    expect(rows[0]?.kept).toEqual(['description']);
  });

  it('starts again where it was when it is killed', async () => {
    const ctx = await team();
    const importId = await ready(ctx, listOf(50));
    const pass = await launched(ctx, importId);
    let chunks = 0;
    const dying: Context = {
      ...ctx,
      react: async (_work, fact) => {
        if (fact.type === 'organizationChanged' && ++chunks === 4) throw new Error('killed');
      },
    };
    await expect(writeImport(dying, { files }, importId, pass, { rowsInOne: 10 })).rejects.toThrow('killed');
    expect(await sheets(ctx)).toHaveLength(30);
    expect(await readImport(ctx.db, importId)).toMatchObject({ status: 'running', progress: 30 });
    await writeImport(ctx, { files }, importId, pass, { rowsInOne: 10 });
    expect(await sheets(ctx)).toHaveLength(50);
    expect(await readImport(ctx.db, importId)).toMatchObject({ status: 'done', counts: { added: 50 } });
  });

  it('makes each sheet once when several workers run it at the same time', async () => {
    const ctx = await team();
    const importId = await ready(ctx, listOf(60));
    const pass = await launched(ctx, importId);
    await Promise.all(Array.from({ length: 4 }, () => writeImport(ctx, { files }, importId, pass, { rowsInOne: 10 })));
    await writeImport(ctx, { files }, importId, pass, { rowsInOne: 10 });
    expect(await sheets(ctx)).toHaveLength(60);
    expect(await readImport(ctx.db, importId)).toMatchObject({ status: 'done', counts: { added: 60 } });
  });

  it('makes each sheet once when the same list is imported twice at the same time', async () => {
    const ctx = await team();
    const both = [await ready(ctx, listOf(40)), await ready(ctx, listOf(40))];
    const passes = await Promise.all(both.map((importId) => launched(ctx, importId)));
    await Promise.all(
      both.map((importId, index) => writeImport(ctx, { files }, importId, passes[index] ?? 0, { rowsInOne: 10 })),
    );
    expect(await sheets(ctx)).toHaveLength(40);
  });

  it('sets a bad row aside and brings the others in', async () => {
    const ctx = await team();
    const text = `${listOf(6)}\n7;;35000;Rennes;Sans nom\n8;Structure ${word(8)};35000;Rennes;Bonne`;
    const importId = await imported(ctx, text);
    expect(await readImport(ctx.db, importId)).toMatchObject({ counts: { new: 7, rejected: 1, added: 7 } });
    const { rows } = await importRows(ctx.db, importId, 'rejected', { size: 10, offset: 0 });
    expect(rows[0]).toMatchObject({ line: 8, issues: [{ message: 'Cette ligne n’a pas de nom.' }] });
  });

  it('shows what looks like a known structure, and does as the team says', async () => {
    const ctx = await team();
    const known = await anOrganization(ctx, {
      name: 'La Recyclerie du Semnon',
      siret: '35600000000048',
      phone: '0299112233',
    });
    const text =
      'Identifiant;Nom;Code postal;Commune;SIRET;Téléphone;Site\n1;Recyclerie du Semnon;35580;Guichen;35600000000048;02 99 44 55 66;https://recyclerie.example';
    const merged = await ready(ctx, text, 'Liste A');
    expect(await readImport(ctx.db, merged)).toMatchObject({ counts: { duplicate: 1 } });
    unwrap(await execute(ctx, decideRows, { importId: merged, decision: 'merge' }));
    await writeImport(ctx, { files }, merged, await launched(ctx, merged));
    const sheet = (await readOrganizations(ctx.db, [known.id])).get(known.id);
    // What was empty is filled; what the team wrote stays.
    expect(sheet?.profile).toMatchObject({
      website: 'https://recyclerie.example',
      phone: '+33299112233',
      name: 'La Recyclerie du Semnon',
    });
    expect(await sheets(ctx)).toHaveLength(1);
    const again = await imported(ctx, text, 'Liste A');
    expect(await readImport(ctx.db, again)).toMatchObject({ counts: { duplicate: 0, changed: 0, unchanged: 1 } });

    const apart = await ready(ctx, text, 'Liste B');
    unwrap(await execute(ctx, decideRows, { importId: apart, decision: 'create', positions: [0] }));
    await writeImport(ctx, { files }, apart, await launched(ctx, apart));
    expect(await sheets(ctx)).toHaveLength(2);
  });
});

describe('taking an import back', () => {
  it('removes what it added and restores what it changed', async () => {
    const ctx = await team();
    await imported(ctx, listOf(10));
    const second = await imported(
      ctx,
      listOf(14, () => 'Autre chose.'),
    );
    const { pass } = unwrap(await execute(ctx, undoImport, { importId: second }));
    await takeBackImport(ctx, second, pass);
    expect(await readImport(ctx.db, second)).toMatchObject({
      status: 'undone',
      counts: { removed: 4, restored: 10, left: 0 },
    });
    expect((await sheets(ctx)).filter((sheet) => !sheet.trashed)).toHaveLength(10);
    expect((await sheetNamed(ctx, `Structure ${word(3)}`)).profile.description).toBe('Des légumes.');
    const third = await imported(
      ctx,
      listOf(14, () => 'Autre chose.'),
    );
    expect(await readImport(ctx.db, third)).toMatchObject({ counts: { new: 4 } });
  });

  it('leaves what somebody changed since, and says so', async () => {
    const ctx = await team();
    const importId = await imported(ctx, listOf(5));
    const mine = await sheetNamed(ctx, `Structure ${word(2)}`);
    unwrap(await execute(ctx, editOrganization, { id: mine.id, version: 1, changes: { mission: 'Relue.' } }));
    const { pass } = unwrap(await execute(ctx, undoImport, { importId }));
    await takeBackImport(ctx, importId, pass);
    expect(await readImport(ctx.db, importId)).toMatchObject({ counts: { removed: 4, left: 1 } });
    expect((await sheets(ctx)).filter((sheet) => !sheet.trashed)).toMatchObject([{ name: mine.profile.name }]);
  });

  it('takes back what a geocoder placed since', async () => {
    const ctx = await team();
    const importId = await imported(ctx, 'Nom;Adresse;Code postal;Commune\nLa Fabrique;3 rue du Four;35000;Rennes');
    const geocoder: Geocoder = {
      ...noGeocoder,
      searchMany: async (queries) =>
        queries.map(() => ({
          longitude: -1.68,
          latitude: 48.11,
          score: 0.9,
          doubtful: false,
          precision: 'housenumber',
          label: '',
          postcode: '35000',
          insee: '35238',
        })),
    };
    await placeOrganizations(ctx, { geocoder }, importId);
    expect((await sheetNamed(ctx, 'La Fabrique')).profile.locations[0]).toMatchObject({
      lon: -1.68,
      isApproximate: false,
    });
    const { pass } = unwrap(await execute(ctx, undoImport, { importId }));
    await takeBackImport(ctx, importId, pass);
    expect(await readImport(ctx.db, importId)).toMatchObject({ counts: { removed: 1, left: 0 } });
  });
});

describe('what comes in bad', () => {
  it.each([
    ['an empty file', '', 'Ce fichier est vide.'],
    ['a page', '<!doctype html><p>Bonjour</p>', 'Nous ne reconnaissons pas ce format'],
    ['a broken workbook', 'PK\u0003\u0004 pas un classeur', 'Ce classeur est abîmé'],
  ])('says why %s is refused', async (_what, content, why) => {
    const ctx = await team();
    const importId = await uploaded(ctx, content);
    await readImportFile(ctx, { files, outbound }, importId, 1);
    const sheet = await readImport(ctx.db, importId);
    expect(sheet?.status).toBe('failed');
    expect(sheet?.failure.replace(/\s/g, ' ')).toContain(why);
  });

  it.each(['http://127.0.0.1/liste.csv', 'http://[::1]/liste.csv', 'http://169.254.169.254/', 'http://0x7f.1/'])(
    'reaches nothing inside the network: %s',
    async (url) => {
      const ctx = await team();
      await expect(importFromFile(ctx, { files, outbound, geocoder: noGeocoder }, { url })).rejects.toThrow(
        'réseau privé',
      );
    },
  );

  it('needs a column of names', async () => {
    const ctx = await team();
    const importId = await uploaded(ctx, 'a;b\n1;2\n3;4');
    await readImportFile(ctx, { files, outbound }, importId, 1);
    const refused = await execute(ctx, chooseMapping, { importId, source: 'Liste', mapping: { columns: [] } });
    expect(refused).toMatchObject({
      reason: 'invalid',
      fields: { 'mapping.columns': 'Dites quelle colonne donne le nom des structures.' },
    });
  });
});

it('one hub sees nothing of the imports of another', async () => {
  const [here, there] = [await team(), await team()];
  const importId = await imported(here, listOf(3));
  expect(await readImport(there.db, importId)).toBeNull();
  expect((await importRows(there.db, importId, 'all', { size: 10, offset: 0 })).count).toBe(0);
  expect(await execute(there, undoImport, { importId })).toMatchObject({ reason: 'not_my_turn' });
  expect(await sheets(there)).toEqual([]);
});

it('remembers what the columns of a list mean', async () => {
  const ctx = await team();
  await ready(ctx, listOf(3), 'Ma liste à moi', { asDrafts: true });
  const again = await uploaded(ctx, listOf(4), 'autre-nom.csv');
  await readImportFile(ctx, { files, outbound }, again, 1);
  expect(await readImport(ctx.db, again)).toMatchObject({ source: 'Ma liste à moi', mapping: { asDrafts: true } });
});
