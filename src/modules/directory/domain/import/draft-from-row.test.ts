import { describe, expect, test } from 'vitest';
import { readTable } from '#platform/tabular/index.ts';
import { draftFromRow } from './draft-from-row.ts';
import type { Mapping } from './mapping.ts';
import { proposeMapping } from './propose-mapping.ts';
import { prepareReading } from './reading.ts';

async function draftsOf(csv: string, change: (mapping: Mapping) => Mapping = (mapping) => mapping) {
  const table = await readTable(new TextEncoder().encode(csv), { fileName: 'x.csv' });
  const reading = prepareReading(table, change(proposeMapping(table).mapping));
  return table.rows.map((row) => draftFromRow(row, reading));
}

test('a whole row', async () => {
  const [first] = await draftsOf(
    'Nom;Sigle;Forme juridique;SIRET;Adresse;CP;Commune;Latitude;Longitude;Téléphone;Mail;Site;Horaires;Thèmes;Nom du contact;Fonction du contact;Adhérent;Année de création;Effectif;Facebook\n' +
      'Amis du canal;ADC;asso loi 1901;80746931700018;12 rue du Port;35600;REDON;47,65;-2,08;0299000000;Contact@Ami.fr;ami.fr;Du lundi au vendredi de 9h à 12h;Eau|Vélo;Ana Le Goff;Présidente;oui;2004;5 salariés;amisducanal\n',
  );
  expect(first?.problems).toEqual([]);
  expect(first?.draft).toMatchObject({
    name: 'Amis du canal',
    shortName: 'ADC',
    legalForm: { family: 'association', code: null },
    siret: '80746931700018',
    siren: '807469317',
    themes: ['Eau', 'Vélo'],
    address: {
      lines: ['12 rue du Port'],
      postcode: '35600',
      city: 'Redon',
      insee: '35236',
      point: { latitude: 47.65, longitude: -2.08 },
      pointIsApproximate: false,
    },
    phone: '+33299000000',
    email: 'Contact@ami.fr',
    website: 'https://ami.fr',
    openingHours: 'Mo-Fr 09:00-12:00',
    contacts: [{ name: 'Ana Le Goff', role: 'Présidente', email: null, phone: null }],
    isMember: true,
    yearFounded: 2004,
    staffBracket: '02',
    links: [{ kind: 'facebook', url: 'https://www.facebook.com/amisducanal' }],
  });
});

describe('a bad value', () => {
  test('becomes a warning and keeps the row', async () => {
    const [first] = await draftsOf(
      'Nom;SIRET;CP;Commune;Téléphone;Mail;Site web;lat;lon\nAmi;80746931700019;356;Nulle-Part;12;pas de mail;javascript:alert(1);nord;ouest\n',
      ({ constants }) => ({
        constants,
        columns: (
          ['name', 'siret', 'postcode', 'city', 'phone', 'email', 'website', 'latitude', 'longitude'] as const
        ).map((target, index) => ({
          column: ['Nom', 'SIRET', 'CP', 'Commune', 'Téléphone', 'Mail', 'Site web', 'lat', 'lon'][index] ?? '',
          target,
        })),
      }),
    );
    expect(first?.draft).toMatchObject({ name: 'Ami', siret: null, phone: null, email: null, website: null });
    expect(first?.problems.map(({ column, value, severity }) => [column, value, severity])).toEqual(
      expect.arrayContaining([
        ['SIRET', '80746931700019', 'warning'],
        ['Téléphone', '12', 'warning'],
        ['Mail', 'pas de mail', 'warning'],
        ['Site web', 'javascript:alert(1)', 'warning'],
        ['CP', '356', 'warning'],
        ['lat', 'nord ; ouest', 'warning'],
      ]),
    );
  });

  test('only a missing name rejects', async () => {
    const drafts = await draftsOf('Nom;Ville\n;Redon\n-;Redon\nnull;Redon\nAB;Redon\n');
    expect(drafts.map(({ draft }) => draft?.name ?? null)).toEqual([null, null, null, 'AB']);
    expect(drafts[0]?.problems[0]).toMatchObject({ severity: 'reject', message: 'Cette ligne n’a pas de nom.' });
  });
});

test('an address in one cell, a point of the municipality for want of another', async () => {
  const [first] = await draftsOf(
    'Nom;Adresse\nMairie;Casa Cumuna Lieudit Campore 20134 CIAMANNACCE\nAutre;"3 rue du Port, 35600 Redon"\n',
  );
  expect(first?.draft?.address).toMatchObject({
    lines: ['Casa Cumuna Lieudit Campore'],
    postcode: '20134',
    city: 'Ciamannacce',
    pointIsApproximate: true,
  });
});

test('half-days, tags and dictionaries', async () => {
  const [first] = await draftsOf(
    'Nom;Lundi matin;Lundi après-midi;Mardi;Vélo;Compost;Wifi;Café;Type\nAmi;9h-12h;14h-18h;fermé;x;;x;;Asso\nBis;9h-12h;;10h-12h;;x;;x;Asso\n',
    ({ columns, constants }) => ({
      columns: columns.map((column) =>
        column.column === 'Vélo' ? { ...column, dictionary: [['velo', 'Mobilité']] } : column,
      ),
      constants: [...constants, { target: 'themes', value: 'Local' }, { target: 'member', value: 'oui' }],
    }),
  );
  expect(first?.draft).toMatchObject({
    openingHours: 'Mo 09:00-12:00,14:00-18:00',
    themes: ['Mobilité', 'Wifi', 'Local'],
    isMember: true,
  });
});

test('a point far from its municipality is doubted, and kept', async () => {
  const [first] = await draftsOf('Nom;CP;Ville;lat;lon\nAmi;35600;Redon;43.3;5.4\nBis;35600;Redon;47.65;-2.08\n');
  expect(first?.draft?.address.point).toEqual({ latitude: 43.3, longitude: 5.4 });
  expect(first?.problems[0]?.message).toContain('km de Redon');
});

test('a long mission keeps its first sentences and goes whole to the description', async () => {
  const long = `${'Une première phrase assez longue pour compter dans la mission de la structure. '.repeat(2)}${'Et la suite. '.repeat(30)}`;
  const [first] = await draftsOf(`Nom;Mission\nAmi;${long}\nBis;Courte.\n`);
  expect(first?.draft?.mission?.length).toBeLessThanOrEqual(280);
  expect(first?.draft?.mission).toMatch(/\.$/);
  expect(first?.draft?.description).toBe(long.trim());
});
