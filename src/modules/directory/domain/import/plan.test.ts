import { describe, expect, test } from 'vitest';
import { readTable } from '#platform/tabular/index.ts';
import { emptyAddress, emptyDraft } from '../organization-draft.ts';
import { changedFields } from './diff.ts';
import { faceOfDraft } from './organization-face.ts';
import { planImport } from './plan.ts';
import type { KnownOrganization, Plan } from './plan.ts';
import { proposeMapping } from './propose-mapping.ts';

async function planOf(csv: string, known: readonly KnownOrganization[] = []): Promise<Plan> {
  const table = await readTable(new TextEncoder().encode(csv), { fileName: 'x.csv' });
  return planImport({ table, mapping: proposeMapping(table).mapping, known });
}

/** What the directory holds after a plan was carried out. */
const carriedOut = (plan: Plan): KnownOrganization[] =>
  plan.rows.flatMap(({ draft, key, outcome, line }) =>
    draft && outcome.kind === 'new'
      ? [{ id: `o${line}`, face: faceOfDraft(`o${line}`, draft), sourceKey: key, profile: draft }]
      : [],
  );

const csv =
  'id;nom;siret;cp;ville;adresse;tel;themes\n' +
  '1;Amis du canal;80746931700018;35600;Redon;12 rue du Port;0299000001;Eau|Vélo\n' +
  '2;La Ressourcerie;75187049400026;35600;Redon;3 quai Surcouf;0299000002;Réemploi\n' +
  '2;La Ressourcerie;75187049400026;35600;Redon;3 quai Surcouf;0299000002;Réemploi\n' +
  '3;;;35600;Redon;;;\n' +
  '4;Café associatif;;35550;Pipriac;1 place de l’Église;;\n';

describe('a plan', () => {
  test('says what each row would do', async () => {
    const known: KnownOrganization[] = [
      {
        id: 'k',
        face: { id: 'k', name: 'CAFE ASSOCIATIF', postcode: '35550', city: 'Pipriac', street: "1, place de l'eglise" },
        sourceKey: null,
        profile: null,
      },
    ];
    const plan = await planOf(csv, known);
    expect(plan.rows.map(({ outcome }) => outcome.kind)).toEqual(['new', 'new', 'duplicate', 'rejected', 'duplicate']);
    expect(plan.rows[2]?.outcome).toMatchObject({ of: { kind: 'row', line: 3 } });
    expect(plan.rows[4]?.outcome).toMatchObject({
      of: { kind: 'organization', id: 'k' },
      reasons: expect.arrayContaining(['même adresse']) as string[],
    });
    expect(plan.counts).toEqual({ new: 2, changed: 0, unchanged: 0, duplicate: 2, rejected: 1 });
  });

  test('done again changes nothing', async () => {
    const known = carriedOut(await planOf(csv));
    expect((await planOf(csv, known)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, duplicate: 1, rejected: 1 });
    const withoutKeys = csv.replaceAll(/^\w+;/gm, '');
    const again = carriedOut(await planOf(withoutKeys));
    expect((await planOf(withoutKeys, again)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });

  test('tells which fields change', async () => {
    const known = carriedOut(await planOf(csv));
    const plan = await planOf(csv.replace('0299000001;Eau|Vélo', '0299000009;Vélo|Eau'), known);
    expect(plan.rows[0]?.outcome).toMatchObject({
      kind: 'changed',
      fields: [{ field: 'phone', before: '+33299000001', after: '+33299000009' }],
    });
  });
});

describe('a comparison', () => {
  const before = {
    ...emptyDraft('Ami'),
    phone: '+33299000000',
    themes: ['a', 'b'],
    address: { ...emptyAddress, insee: '35236', city: 'Redon', point: { latitude: 47.65, longitude: -2.08 } },
  };

  test('ignores order, silence and rounding', () => {
    expect(changedFields(before, { ...emptyDraft('Ami'), themes: ['b', 'a'] })).toEqual([]);
    expect(
      changedFields(before, {
        ...before,
        address: { ...before.address, point: { latitude: 47.650004, longitude: -2.08 } },
      }),
    ).toEqual([]);
  });

  test('never lets the middle of a municipality replace a real point', () => {
    const approximate = { ...before.address, point: { latitude: 47.66, longitude: -2.09 }, pointIsApproximate: true };
    expect(changedFields(before, { ...before, address: approximate })).toEqual([]);
    expect(changedFields({ ...before, address: approximate }, before).map(({ field }) => field)).toEqual(['point']);
  });
});
