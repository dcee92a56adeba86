import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readTable } from '#platform/tabular/index.ts';
import type { Table } from '#platform/tabular/index.ts';
import type { TargetKey } from './column-targets.ts';
import { faceOfDraft } from './organization-face.ts';
import { planImport } from './plan.ts';
import type { KnownOrganization, Plan } from './plan.ts';
import { proposeMapping } from './propose-mapping.ts';

const shared = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url));
/** The real files stay out of the project; without them these tests have nothing to read. */
const absent = !existsSync(`${shared}actors`);

async function importOf(
  file: string,
): Promise<{ table: Table; targets: Record<string, TargetKey>; plan: Plan; points: number }> {
  const table = await readTable(readFileSync(shared + file), { fileName: file });
  const { mapping } = proposeMapping(table);
  const plan = await planImport({ table, mapping, known: [] });
  const targets: Record<string, TargetKey> = {};
  for (const { column, target } of mapping.columns) targets[column] = target;
  const points = plan.rows.filter(({ draft }) => draft?.address.point && !draft.address.pointIsApproximate).length;
  return { table, targets, plan, points };
}

describe.skipIf(absent)(`real files (${absent ? 'absent: ../shared/data was not found' : 'of ../shared/data'})`, () => {
  test.each([
    [
      'actors/siae-le-marche-3853.json',
      3853,
      3821,
      {
        name: 'name',
        brand: 'shortName',
        siret: 'siret',
        kind: 'legalForm',
        address: 'street',
        post_code: 'postcode',
        city: 'city',
        coords: 'coordinates',
        phone: 'phone',
        email: 'email',
        website: 'website',
        description: 'description',
        pk: 'sourceKey',
        updated_at: 'sourceUpdatedAt',
      },
    ],
    [
      'actors/france-services-anct-2884.csv',
      2845,
      2845,
      {
        lib_fs: 'name',
        id_fs: 'sourceKey',
        insee_com: 'insee',
        latitude: 'latitude',
        longitude: 'longitude',
        h_lundi: 'openingSlot',
        h_samedi: 'openingSlot',
        mail: 'email',
        telephone: 'phone',
        commentaire: 'description',
      },
    ],
    [
      'actors/mediation-numerique-carto-nationale-687.json',
      687,
      687,
      {
        nom: 'name',
        pivot: 'identifier',
        services: 'offers',
        horaires: 'openingHours',
        publics_accueillis: 'audiences',
        courriel: 'email',
        site_web: 'website',
      },
    ],
    [
      'actors/ess-numerique-sirene-3667.csv',
      3667,
      0,
      {
        denomination: 'name',
        siren: 'siren',
        siret_siege: 'siret',
        rna: 'rna',
        categorie_juridique: 'legalForm',
        tranche_effectifs: 'staff',
        date_creation: 'yearFounded',
        sigle: 'shortName',
        site_web: 'website',
      },
    ],
    [
      'gogocarto/transiscope-niort-100.json',
      100,
      100,
      {
        title: 'name',
        summary: 'mission',
        description: 'description',
        commitment: 'description',
        website: 'website',
        url: 'links',
        'location.lat': 'latitude',
        'location.lon': 'longitude',
        'address.street': 'street',
        'address.city': 'city',
        'address.postalCode': 'postcode',
        categories: 'themes',
        id: 'sourceKey',
      },
    ],
    [
      'gogocarto/gogocartojs-elements.json',
      12,
      12,
      {
        name: 'name',
        'geo.latitude': 'latitude',
        'address.streetAddress': 'street',
        'address.addressLocality': 'city',
        'address.postalCode': 'postcode',
        telephone: 'phone',
        id: 'sourceKey',
      },
    ],
    ['actors/mednum-inputs/aix-en-provence-38.json', 38, 38, {}],
    [
      'actors/mednum-inputs/angers-63.json',
      63,
      63,
      { QUALIF1: 'themes', WIFI: 'themes', USER_QUART: 'addressComplement' },
    ],
    [
      'actors/mednum-inputs/corse-161.json',
      161,
      161,
      { 'Matériel mis à disposition': 'means', 'Activités proposées': 'offers' },
    ],
    ['actors/mednum-inputs/etapes-numerique-95.json', 95, 95, {}],
    ['actors/mednum-inputs/la-creuse-91.json', 91, 91, {}],
  ] as const)(
    '%s: %i rows, %i points',
    async (file, rows, located, expected) => {
      const { table, targets, plan, points } = await importOf(file);
      expect(table.rows).toHaveLength(rows);
      expect(points).toBe(located);
      expect(targets).toMatchObject(expected);
      expect(plan.counts.rejected).toBe(0);
    },
    30_000,
  );

  /** What the common schema of the mapping files is called here. */
  const ours: Record<string, TargetKey> = {
    id: 'sourceKey',
    pivot: 'identifier',
    nom: 'name',
    commune: 'city',
    code_postal: 'postcode',
    code_insee: 'insee',
    adresse: 'street',
    complement_adresse: 'addressComplement',
    latitude: 'latitude',
    longitude: 'longitude',
    telephone: 'phone',
    courriels: 'email',
    site_web: 'website',
    date_maj: 'sourceUpdatedAt',
  };

  test.each(['aix-en-provence-38', 'angers-63', 'corse-161', 'etapes-numerique-95', 'la-creuse-91'])(
    'the proposal for %s agrees with its published mapping',
    async (file) => {
      const { targets } = await importOf(`actors/mednum-inputs/${file}.json`);
      const published = JSON.parse(
        readFileSync(`${shared}actors/mednum-inputs/${file.replace(/-\d+$/, '')}.mapping.json`, 'utf8'),
      ) as Record<string, { colonne?: string }>;
      for (const [field, target] of Object.entries(ours)) {
        const column = published[field]?.colonne;
        if (!column) continue;
        expect([column, targets[column]]).toEqual([
          column,
          target === 'identifier' && targets[column] === 'siret' ? 'siret' : target,
        ]);
      }
    },
  );

  test('an import done again changes nothing', async () => {
    const file = 'actors/mediation-numerique-carto-nationale-687.json';
    const { table, plan } = await importOf(file);
    const known: KnownOrganization[] = plan.rows.flatMap(({ draft, key, line, outcome }) =>
      draft && outcome.kind === 'new'
        ? [{ id: `o${line}`, face: faceOfDraft(`o${line}`, draft), sourceKey: key, profile: draft }]
        : [],
    );
    const again = await planImport({ table, mapping: proposeMapping(table).mapping, known });
    expect(again.counts).toEqual({ ...plan.counts, new: 0, unchanged: plan.counts.new });
  });

  test('opening hours, lists and identifiers of real rows', async () => {
    const { plan } = await importOf('actors/mediation-numerique-carto-nationale-687.json');
    expect(plan.rows[0]?.draft).toMatchObject({
      siret: null,
      openingHours: 'Tu-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00',
      sourceUpdatedAt: '2021-05-05',
    });
    expect(plan.rows[0]?.draft?.offers).toHaveLength(4);
    expect(plan.rows.filter(({ draft }) => draft?.openingHours).length).toBe(617);
    const sirene = await importOf('actors/ess-numerique-sirene-3667.csv');
    expect(sirene.plan.rows.filter(({ draft }) => draft?.rna).length).toBe(1739);
    expect(sirene.plan.rows.filter(({ draft }) => draft?.legalForm?.code === '9220').length).toBeGreaterThan(1000);
  }, 30_000);
});
