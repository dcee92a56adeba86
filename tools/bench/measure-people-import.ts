import { setTimeout as sleep } from 'node:timers/promises';
import { importPaths } from '#modules/people/imports/paths.ts';
import type { PersonTarget } from '#modules/people/imports/domain/person-targets.ts';
import type { BenchHub } from './bench-hub.ts';
import type { OfficeSession } from './office-session.ts';
import type { Measure } from './result.ts';

const people = 20_000;

const columns: readonly (readonly [name: string, target: PersonTarget, cell: (row: number) => string])[] = [
  ['Prénom', 'givenName', (row) => `Prénom${row % 211}`],
  ['Nom', 'familyName', (row) => `Famille ${row}`],
  // One in ten has none; some pairs share one.
  ['Courriel', 'email', (row) => (row % 10 === 0 ? '' : `liste${row % 40 === 7 ? row - 1 : row}@import.example`)],
  ['Téléphone', 'phone', (row) => (row % 3 === 0 ? `02 61 91 ${pairs(row)}` : '')],
  ['Rue', 'street', (row) => `${row % 90} rue des Saules`],
  ['Code postal', 'postcode', (row) => String(35_100 + (row % 40) * 10)],
  ['Commune', 'city', (row) => `Ville-sur-Semnon ${row % 20}`],
  ['Étiquettes', 'tags', (row) => (row % 4 === 0 ? `atelier ${row % 12}` : '')],
  ['Remarque', 'note', (row) => (row % 5 === 0 ? 'Venue par une voisine.' : '')],
];

/** A list of 20,000 people sent, recognised, compared and written by the site, as when all its proposals are agreed with. */
export async function measurePeopleImport(office: OfficeSession, hub: BenchHub): Promise<Measure> {
  const stateOf = async (id: string): Promise<{ status: string; failure: string; counts: Record<string, number> }> => {
    const { rows } = await hub.owner.query('select status, failure, counts from people_imports where id = $1', [id]);
    return rows[0] as never;
  };
  const until = async (id: string, wanted: string): Promise<Record<string, number>> => {
    const deadline = performance.now() + 180_000;
    while (performance.now() < deadline) {
      const { status, failure, counts } = await stateOf(id);
      if (status === wanted) return counts;
      if (status === 'failed') throw new Error(`the import failed: ${failure}`);
      await sleep(50);
    }
    throw new Error(`the import never came to « ${wanted} »`);
  };
  const sent = async (path: string, fields: Readonly<Record<string, string | File>>): Promise<string> => {
    const response = await office.post(path, fields);
    await response.arrayBuffer();
    const where = response.headers.get('location');
    if (response.status !== 303 || !where) throw new Error(`${path} answered ${response.status}`);
    return where;
  };

  await untilNothingWaits(hub);
  const startedAt = performance.now();
  const id = (await sent(importPaths.start, { fichier: new File([list()], 'liste.csv') })).split('/').at(-1) ?? '';
  await until(id, 'mapping');
  const readAt = performance.now();
  const meanings = columns.map(([, target], index) => [`colonne.${index}`, target]);
  await sent(importPaths.act(id, 'colonnes'), { source: 'Banc d’essai', ...Object.fromEntries(meanings) });
  await until(id, 'ready');
  const comparedAt = performance.now();
  await sent(importPaths.act(id, 'lancer'), {});
  const counts = await until(id, 'done');
  const doneAt = performance.now();
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  return {
    name: `import de ${people.toLocaleString('fr-FR')} personnes`,
    value: (doneAt - startedAt) / 1000,
    bar: 30,
    unit: 's',
    better: 'less',
    notes: [
      `${counts['added'] ?? 0} ajoutées, ${counts['changed'] ?? 0} complétées, ${counts['rejected'] ?? 0} refusées`,
      `lire ${seconds(startedAt, readAt)} s, comparer ${seconds(readAt, comparedAt)} s, écrire ${seconds(comparedAt, doneAt)} s`,
    ],
  };
}

/** What a first start asks of the same worker is not what is measured. */
async function untilNothingWaits(hub: BenchHub): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const { rows } = await hub.owner.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where name = 'long' and state in ('created', 'retry', 'active') and start_after <= now()`,
    );
    if (rows[0]?.count === 0) return;
    await sleep(200);
  }
}

const pairs = (row: number): string =>
  String(row % 10_000)
    .padStart(4, '0')
    .replace(/(..)(..)/, '$1 $2');

function list(): string {
  const lines = [columns.map(([name]) => name).join(';')];
  for (let row = 0; row < people; row += 1) lines.push(columns.map(([, , cell]) => `"${cell(row)}"`).join(';'));
  return lines.join('\r\n');
}
