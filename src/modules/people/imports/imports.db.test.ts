import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { createFileStore, type FileStore } from '#platform/files/file-store.ts';
import { importFileKey } from '#platform/imports/import-files.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { makeZip, workbookParts } from '#platform/tabular/testing/make-zip.ts';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { aPerson } from '#modules/identity/testing/builders.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { decidePeopleRows, runPeopleImport, undoPeopleImport } from './commands/compare-and-decide.ts';
import { choosePeopleMapping } from './commands/read-and-map.ts';
import { startPeopleImport } from './commands/start-people-import.ts';
import { writePeopleChunk } from './commands/write-people-chunk.ts';
import { comparePeopleList } from './jobs/compare-people-import.ts';
import { readPeopleList } from './jobs/read-people-import.ts';
import { undoPeopleList } from './jobs/undo-people-import.ts';
import { writePeopleList } from './jobs/write-people-import.ts';
import { nextRows } from './queries/import-rows.ts';
import { readPeopleImport, type PeopleImport } from './queries/import-sheet.ts';

let database: TestDatabase;
let folder: string;
let files: FileStore;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'essaim-people-'));
  files = createFileStore(`file://${folder}`);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const team = async (hub?: string): Promise<Context> =>
  contextOf(database, hub ?? (await newHub(database)), actorWith('employee'));
const nobody = { thread: async () => [] };

async function sheet(ctx: Context, id: string): Promise<PeopleImport> {
  const found = await readPeopleImport(ctx.db, id);
  if (!found) throw new Error('the import is gone');
  return found;
}

/** A list read: its columns wait for the team. */
async function read(ctx: Context, content: string | Uint8Array, fileName = 'liste.csv'): Promise<PeopleImport> {
  const fileKey = importFileKey(ctx.hubId, 'bin');
  await files.put(fileKey, Buffer.from(content));
  const { id } = unwrap(await execute(ctx, startPeopleImport, { fileKey, fileName }));
  await readPeopleList(ctx, { files }, id, 1);
  return sheet(ctx, id);
}

async function compared(ctx: Context, content: string, fileName?: string, source = 'Liste du pôle'): Promise<string> {
  const { id, mapping } = await read(ctx, content, fileName);
  const { pass } = unwrap(
    await execute(ctx, choosePeopleMapping, { importId: id, source, mapping: { columns: [...mapping.columns] } }),
  );
  await comparePeopleList(ctx, { files }, id, pass);
  return id;
}

async function written(ctx: Context, id: string): Promise<PeopleImport> {
  const { pass } = unwrap(await execute(ctx, runPeopleImport, { importId: id }));
  await writePeopleList(ctx, { files }, id, pass);
  return sheet(ctx, id);
}

/** All that the hub holds of people, as one text a line. */
async function held(ctx: Context): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ line: string }>(sql`
    select p.display_name || ' : ' || concat_ws(' | ',
      (select string_agg(c.kind || '=' || c.value, ', ' order by c.kind, c.value) from contact_points c where c.person_id = p.id),
      (select string_agg(s.status, ', ' order by s.status) from relation_statuses s where s.person_id = p.id),
      (select string_agg(t.label, ', ' order by t.label) from person_tags g join people_tags t on t.id = g.tag_id where g.person_id = p.id),
      (select string_agg(o.name || '/' || r.kind || '/' || r.function, ', ' order by o.name) from organization_roles r join organizations o on o.id = r.organization_id where r.person_id = p.id),
      (select string_agg(n.happened_on || ' ' || n.text, ', ' order by n.text) from relation_notes n where n.person_id = p.id),
      (select string_agg(k.purpose || ' ' || k.source || ' ' || k.proof, ', ') from consents k where k.person_id = p.id)) as line
    from persons p order by 1`);
  return rows.map(({ line }) => line.replaceAll(/[\u00a0\u202f]/g, ' '));
}

const list = `Prénom;NOM;Courriel;Portable;Adresse;CP;Ville;Association;Fonction;Statut;Groupe;Mot de passe;Accord lettre;Date accord;Source accord
Awa;DIALLO;awa@reseau.example;0639980101;3 rue du Four;35470;Bain-de-Bretagne;Les Jardins du Semnon;Trésorière;partenaire;Café, Marché;secret1;oui;04/03/2024;Forum de Guichen
Marcel;LE BIHAN;;02 61 91 00 02;La Lande;35580;Guichen;;;élu;;secret2;oui;;
Jean;LE BIHAN;le.bihan@reseau.example;;;;;Atelier inconnu;Bénévole;;;x;non;;
Nadine;LE BIHAN;LE.BIHAN@reseau.example;;;;;;;;;x;;;
Awa;Diallo;AWA@reseau.example;06 39 98 01 01;;;;;;;Marché;x;;;
;;;;;;;;;;;x;;;
;;pas-une-adresse@;;;;;;;;;x;;;
`;

test('brings people in: roles, marks, shared addresses, no one twice; a second run changes nothing', async () => {
  const ctx = await team();
  await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
  const found = await read(ctx, list);
  expect(found.mapping.columns.map(({ column, target }) => [column, target])).toEqual([
    ['Prénom', 'givenName'],
    ['NOM', 'familyName'],
    ['Courriel', 'email'],
    ['Portable', 'phone'],
    ['Adresse', 'street'],
    ['CP', 'postcode'],
    ['Ville', 'city'],
    ['Association', 'structure'],
    ['Fonction', 'function'],
    ['Statut', 'status'],
    ['Groupe', 'tags'],
    ['Accord lettre', 'consent'],
    ['Date accord', 'consentDate'],
    ['Source accord', 'consentSource'],
  ]);
  // Secrets are neither shown nor stored.
  expect(JSON.stringify(found.columns)).not.toMatch(/secret|passe/i);
  expect(found.warnings.join()).toContain('Mot de passe');
  expect(
    await (await files.getStream(found.rowsKey ?? '')).toArray().then((parts) => Buffer.concat(parts).toString()),
  ).not.toContain('secret');
  await expect(files.getStream(found.fileKey ?? '')).rejects.toThrow();

  const id = await compared(ctx, list);
  expect((await nextRows(ctx.db, id, 0, 10)).map(({ verdict, sameAs }) => [verdict, sameAs])).toEqual(
    [
      ['new', null],
      ['new', null],
      ['new', null],
      ['new', null],
      ['repeated', 0],
      ['rejected', null],
      ['rejected', null],
    ].slice(0, (await sheet(ctx, id)).total),
  );
  const done = await written(ctx, id);
  expect(done).toMatchObject({ status: 'done', counts: { added: 4 } });
  const once = await held(ctx);
  expect(once).toEqual([
    'Awa DIALLO : email=awa@reseau.example, phone=0639980101, postal=3 rue du Four, 35470 Bain-de-Bretagne | partner | Café, Marché | Les Jardins du Semnon/treasurer/Trésorière | newsletter Forum de Guichen le 2024-03-04',
    expect.stringMatching(
      /^Jean LE BIHAN : email=le\.bihan@reseau\.example \| .*Structure selon « Liste du pôle » : Atelier inconnu, Bénévole$/,
    ),
    'Marcel LE BIHAN : phone=02 61 91 00 02, postal=La Lande, 35580 Guichen | elected_official',
    'Nadine LE BIHAN : email=le.bihan@reseau.example',
  ]);
  const rows = await nextRows(ctx.db, id, 0, 10);
  expect(rows.every((row) => row.draft === null)).toBe(true);
  expect(rows[1]?.issues).toEqual([expect.stringMatching(/^Accord pour les lettres sans date ou sans origine/)]);

  const again = await written(ctx, await compared(ctx, list));
  expect(again.counts).toMatchObject({ added: 0, changed: 0 });
  expect(await held(ctx)).toEqual(once);
});

test('asks about those who look like someone known, and does as answered', async () => {
  const ctx = await team();
  const lone = await aPerson(ctx, { givenName: 'Élise', familyName: 'Château' });
  await aPerson(ctx, { givenName: 'Paul', familyName: 'Roux', email: 'paul@reseau.example' });
  const people =
    'Nom;Courriel\nÉlise Château;elise@reseau.example\nPaul Roux;autre@reseau.example\nLucie Roux;paul@reseau.example\nPaul ROUX;paul@reseau.example\n';
  const id = await compared(ctx, people);
  expect((await nextRows(ctx.db, id, 0, 9)).map(({ verdict, decision }) => [verdict, decision])).toEqual([
    ['look_alike', 'merge'],
    ['look_alike', 'create'],
    ['look_alike', 'create'],
    ['known', 'merge'],
  ]);
  unwrap(await execute(ctx, decidePeopleRows, { importId: id, decision: 'skip', positions: [1] }));
  const { counts } = await written(ctx, id);
  expect(counts).toMatchObject({ added: 1, changed: 1, skipped: 1 });
  expect(await held(ctx)).toEqual([
    'Lucie Roux : email=paul@reseau.example',
    'Paul Roux : email=paul@reseau.example',
    'Élise Château : email=elise@reseau.example',
  ]);
  expect((await nextRows(ctx.db, id, 0, 1))[0]?.personId).toBe(lone.personId);
  // Too late to change one's mind.
  expect(await execute(ctx, decidePeopleRows, { importId: id, decision: 'merge' })).toMatchObject({
    reason: 'not_my_turn',
  });
});

test('takes a list back, and leaves those somebody had to do with since', async () => {
  const ctx = await team();
  const known = await aPerson(ctx, { givenName: 'Awa', familyName: 'Diallo', email: 'awa@reseau.example' });
  const before = await held(ctx);
  const id = await compared(ctx, list);
  await written(ctx, id);
  const added = (await nextRows(ctx.db, id, 0, 9)).find((row) => row.name.startsWith('Marcel'))?.personId ?? '';
  const busy = (await nextRows(ctx.db, id, 0, 9)).find((row) => row.name.startsWith('Nadine'))?.personId ?? '';
  await ctx.db.execute(
    sql`insert into relation_notes (id, person_id, happened_on, text, created_at) values (${ctx.newId()}, ${added}, now(), 'Rappeler', now())`,
  );
  const { pass } = unwrap(await execute(ctx, undoPeopleImport, { importId: id }));
  const thread = async (_ctx: Context, about: object) =>
    'personId' in about && about.personId === busy
      ? [{ at: ctx.clock.now(), kind: 'Inscription', title: 'Stage' }]
      : [];
  await undoPeopleList(ctx, { thread }, id, pass);
  const done = await sheet(ctx, id);
  expect(done).toMatchObject({ status: 'undone', counts: { removed: 1, restored: 1, left: 2 } });
  const names = (await held(ctx)).map((line) => line.split(' : ', 1)[0]);
  expect(names).toEqual(['Awa Diallo', 'Marcel LE BIHAN', 'Nadine LE BIHAN']);
  expect((await held(ctx)).find((line) => line.startsWith('Awa'))).toBe(before[0]);
  expect(known.personId).toBeTruthy();
});

test('reads the shapes of Galette, HelloAsso and address books', async () => {
  const ctx = await team();
  const galette = [
    {
      nom_adh: 'Veule',
      prenom_adh: 'Marc',
      ville_adh: 'Redon',
      cp_adh: '35 600',
      adresse_adh: '3, rue de la Gare',
      email_adh: 'marc@reseau.example',
      login_adh: 'mveule',
      mdp_adh: 'tr0mpe',
      tel_adh: '+33 2 61 91 00 12',
      bool_exempt_adh: true,
      ddn_adh: '1938-10-13',
      id_statut: 9,
      prof_adh: 'Dégustateur',
      date_crea_adh: '2017-08-07',
    },
    {
      nom_adh: 'Prat',
      prenom_adh: 'Zoé',
      ville_adh: 'Redon',
      cp_adh: '35 600',
      adresse_adh: '',
      email_adh: '',
      login_adh: 'zp',
      mdp_adh: 'x',
      tel_adh: '',
      bool_exempt_adh: false,
      ddn_adh: '',
      id_statut: 4,
      prof_adh: '',
      date_crea_adh: '2020-01-02',
    },
  ];
  const helloasso = `Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Moyen de paiement;Tarif;Montant tarif
1;04/02/2026 10:12;Validé;Roy;Lise;Roy;Lise;lise@reseau.example;Carte;Adhésion solidaire;20,00
2;05/02/2026 11:00;Validé;Roy;Tom;Roy;Lise;lise@reseau.example;Carte;Adhésion enfant;5,5`;
  const cards =
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Béraud;Inès;;;\r\nFN:Inès Béraud\r\nORG:Fournil\\, pain et cie;\r\nTITLE:Boulangère\r\nEMAIL;TYPE=INTERNET:ines@\r\n reseau.example\r\nitem1.TEL;TYPE=CELL:06 39 98 00 33\r\nADR;TYPE=HOME:;;2 place du Marché;Pipriac;;35550;France\r\nCATEGORIES:Pain,Marché\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gw=C3=A9na=C3=ABlle =\r\nTANGUY\r\nEND:VCARD\r\n';
  await written(ctx, await compared(ctx, JSON.stringify(galette), 'galette.json', 'Galette'));
  await written(ctx, await compared(ctx, helloasso, 'export.csv', 'HelloAsso 2026'));
  await written(ctx, await compared(ctx, cards, 'contacts.vcf', 'Téléphone'));
  const lines = await held(ctx);
  expect(lines.join('\n')).not.toMatch(/tr0mpe|mveule|1938|true|Validé|Carte/);
  expect(lines).toEqual([
    'Gwénaëlle TANGUY : ',
    expect.stringMatching(
      /^Inès Béraud : email=ines@reseau\.example, phone=06 39 98 00 33, postal=2 place du Marché, 35550 Pipriac \| Marché, Pain \| .*Fournil, pain et cie, Boulangère/,
    ),
    expect.stringMatching(
      /^Lise Roy : email=lise@reseau\.example \| Adhésion 2026 \| 2026-02-04 Adhésion selon « HelloAsso 2026 », Adhésion solidaire, 20\s€$/u,
    ),
    expect.stringMatching(
      /^Marc Veule : email=marc@reseau\.example, phone=\+33 2 61 91 00 12, postal=3, rue de la Gare, 35600 Redon \| Adhésion 2017 \| 2017-08-07 Adhésion selon « Galette »$/,
    ),
    expect.stringMatching(/^Tom Roy : Adhésion 2026 \| 2026-02-05 .*5,50\s€$/u),
    expect.stringMatching(/^Zoé Prat : postal=35600 Redon \| Adhésion 2020/),
  ]);
});

test('hostile lists are refused in words or read as text; two workers write once; nobody else may', async () => {
  const ctx = await team();
  for (const [content, name] of [
    ['', 'vide.csv'],
    [Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'faux.xlsx'],
    ['%PDF-1.4 rien', 'liste.csv'],
    ['BEGIN:VCARD\nEND:VCARD\n', 'vide.vcf'],
  ] as const)
    expect((await read(ctx, content, name)).status, name).toBe('failed');
  // A workbook and an OpenDocument sheet of a few bytes that unpack to gigabytes, and more lines than any hub knows.
  const blanks = Buffer.alloc(40 * 1_048_576, ' ');
  const bomb = makeZip(workbookParts(blanks));
  const ods = makeZip([
    { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', content: blanks },
  ]);
  const endless = `Nom;Courriel\n${'a;b@c.example\n'.repeat(200_000)}`;
  for (const [content, name, why] of [
    [bomb, 'bombe.xlsx', /se déplie/],
    [ods, 'bombe.ods', /se déplie/],
    [endless, 'longue.csv', /100\s000/],
    ['BEGIN:VCARD\nFN:Ami\n'.repeat(110_000), 'sans-fin.vcf', /100\s000/],
  ] as const) {
    const { status, failure, rowsKey } = await read(ctx, content, name);
    expect([name, status, rowsKey]).toEqual([name, 'failed', null]);
    expect(failure, name).toMatch(why);
  }
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const { columns } = await read(
      ctx,
      Buffer.from('\ufeffPrénom;Nom\nHélène;Gaël\n'.slice(encoding === 'latin1' ? 1 : 0), encoding),
    );
    expect(columns.map(({ name, samples }) => [name, ...samples])).toEqual([
      ['Prénom', 'Hélène'],
      ['Nom', 'Gaël'],
    ]);
  }
  const nasty = `Nom;Courriel;Groupe;__proto__\n=cmd|' /C calc'!A0;"'); drop table persons; --"@reseau.example;<script>alert(1)</script>;x\nRobert'); DROP TABLE persons;--;bobby@reseau.example;${'é'.repeat(300)};y\n${'A'.repeat(5000)};long@reseau.example;;z`;
  const id = await compared(ctx, nasty);
  const { pass } = unwrap(await execute(ctx, runPeopleImport, { importId: id }));
  await Promise.all([0, 1].map(() => writePeopleList(ctx, { files }, id, pass)));
  expect(await sheet(ctx, id)).toMatchObject({ status: 'done', counts: { added: 3 } });
  expect((await held(ctx)).length).toBe(3);
  expect(await execute(ctx, writePeopleChunk, { importId: id, pass, limit: 5 })).toMatchObject({
    reason: 'not_my_turn',
  });
  const stranger = contextOf(database, ctx.hubId, actorWith('member'));
  for (const act of [runPeopleImport, undoPeopleImport])
    expect(await execute(stranger, act, { importId: id })).toMatchObject({ reason: 'forbidden' });
  // Another hub sees none of it.
  const elsewhere = await team();
  expect(await readPeopleImport(elsewhere.db, id)).toBeNull();
  await undoPeopleList(elsewhere, nobody, id, pass);
  expect(await held(elsewhere)).toEqual([]);
});
