import { setTimeout as sleep } from 'node:timers/promises';
import { readTable } from '#platform/tabular/index.ts';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { memoryOf } from '../bench/process-cost.ts';
import { seeded, type Seeded } from '../bench/seeded.ts';
import { enterByLink, openClient } from './client.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

const longest = 2_000;

/** B-20: readers and routes are given anything; nothing crashes, hangs or answers 5xx, and memory stays flat. */
export const fuzzedInput: Scenario = {
  name: 'fuzz',
  code: 'B-20',
  title: 'entrées au hasard : tableurs, formulaires, adresses',
  async run(ordeal) {
    const random = seeded(ordeal.seed);
    const site = await startSiteProcess();
    const pid = site.process.pid ?? 0;
    try {
      const client = openClient(site.origin);
      await enterByLink(client, site.signInPath);
      const tables = await fuzzTables(random, ordeal.times(5_000, 200), ordeal.times(10_000, 400));
      const asked = { sent: 0, broken: 0, slow: 0 };
      const judge = async (what: string, send: () => Promise<{ status: number; ms: number } | null>): Promise<void> => {
        const answer = await send().catch(() => null);
        asked.sent += 1;
        // The HTTP parser may cut what is no HTTP; that is an answer too, as long as the site stands.
        if (answer && answer.status >= 500) {
          asked.broken += 1;
          ordeal.say(`  ${answer.status} ${what.slice(0, 300)}`);
        }
        if (answer && answer.ms > longest) asked.slow += 1;
      };
      const visit = (path: string): Promise<void> => judge(path, () => client.get(path));
      for (let warm = 0; warm < 300; warm++) await visit(queryOf(random));
      const before = memoryOf(pid).now;
      const queries = ordeal.times(5_000, 200);
      for (let turn = 0; turn < queries; turn++) await visit(queryOf(random));
      const addresses = ordeal.times(5_000, 200);
      for (let turn = 0; turn < addresses; turn++) await visit(addressOf(random));
      const bodies = ordeal.times(2_000, 100);
      for (let turn = 0; turn < bodies; turn++) {
        const path = random.one(forms);
        await judge(`POST ${path}, envoi ${turn}`, () => sendBody(site.origin, random, path));
      }
      await sleep(1_000);
      if (asked.broken > 0)
        ordeal.say(
          site
            .printed()
            .split('\n')
            .filter((line) => line.includes('request failed'))
            .slice(0, 3)
            .join('\n')
            .slice(0, 2_000),
        );
      const grown = memoryOf(pid).now - before;
      const alive = (await fetch(`${site.origin}/healthz`)).status;
      return [
        {
          what: 'tableaux lus',
          found: `${tables.read}, dont ${tables.refused} refusés en clair`,
          expected: `graine ${ordeal.seed}`,
          passed: true,
        },
        atMost('tableaux : erreurs imprévues', tables.broken.length, 0),
        atMost('tableaux : la plus longue lecture', tables.longest, longest, ' ms'),
        { what: 'requêtes envoyées', found: String(asked.sent), expected: '–', passed: true },
        atMost('réponses 5xx', asked.broken, 0),
        atMost('réponses de plus de 2 s', asked.slow, 0),
        atMost('mémoire gagnée', Math.max(0, grown), 50, ' Mo'),
        { what: 'le site est debout', found: String(alive), expected: '200', passed: alive === 200 },
        atLeast(
          'contrôle : un lecteur qui casse est vu',
          (await fuzzTables(seeded(1), 20, 0, async () => JSON.parse('{'))).broken.length,
          1,
        ),
      ].map((finding) => {
        if (!finding.passed) for (const line of tables.broken.slice(0, 5)) ordeal.say(`  ${line}`);
        return finding;
      });
    } finally {
      await site.stop();
    }
  },
};

type Reader = (bytes: Uint8Array, options: { fileName: string }) => Promise<unknown>;

async function fuzzTables(
  random: Seeded,
  csv: number,
  json: number,
  read: Reader = readTable as Reader,
): Promise<{ read: number; refused: number; broken: string[]; longest: number }> {
  const found = { read: 0, refused: 0, broken: [] as string[], longest: 0 };
  for (let turn = 0; turn < csv + json; turn++) {
    const isCsv = turn < csv;
    const bytes = isCsv ? mangled(random, csvText(random)) : mangled(random, jsonText(random, 0));
    const startedAt = performance.now();
    try {
      await read(bytes, { fileName: isCsv ? 'liste.csv' : 'liste.json' });
    } catch (error) {
      const name = error instanceof Error ? error.constructor.name : String(error);
      // A refusal of the reader has a name of its own; anything else is a bug.
      if (['SyntaxError', 'TypeError', 'RangeError', 'ReferenceError', 'Error'].includes(name))
        found.broken.push(
          `${name}: ${(error as Error).message} · ${Buffer.from(bytes).toString('base64').slice(0, 200)}`,
        );
      else found.refused += 1;
    }
    found.read += 1;
    found.longest = Math.max(found.longest, performance.now() - startedAt);
  }
  return found;
}

const pieces = [
  'nom',
  'Épicerie',
  '=1+1',
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\u{feff}',
  '\u{202e}',
  '😀',
  '48.1173',
  '-1,6778',
  'POINT(1 2)',
  '35000',
  'x'.repeat(5_000),
  "'",
  '\\',
  '<svg onload=x>',
  '{{7*7}}',
  'null',
  'true',
  '1e309',
  '__proto__',
  'constructor',
];

function csvText(random: Seeded): string {
  return Array.from({ length: random.whole(60) }, () => random.one(pieces)).join(
    random.one(['', ';', ',', '\t', '\n']),
  );
}

function jsonText(random: Seeded, depth: number): string {
  switch (depth > 6 ? 0 : random.whole(5)) {
    case 1:
      return `[${Array.from({ length: random.whole(5) }, () => jsonText(random, depth + 1)).join(',')}]`;
    case 2:
    case 3:
      return `{${Array.from({ length: random.whole(5) }, () => `${JSON.stringify(random.one(pieces))}:${jsonText(random, depth + 1)}`).join(',')}}`;
    case 4:
      return '['.repeat(random.whole(3_000));
    default:
      return random.one(['null', 'true', '1e999', '-0', '"\\ud800"', JSON.stringify(random.one(pieces)), 'NaN', '']);
  }
}

function mangled(random: Seeded, text: string): Uint8Array {
  const encoding = random.one(['utf8', 'latin1', 'utf16le'] as const);
  const bytes = Buffer.from(text, encoding);
  for (let hits = random.whole(4); hits > 0 && bytes.length > 0; hits--)
    bytes[random.whole(bytes.length)] = random.whole(256);
  return new Uint8Array(random.chance(0.1) ? bytes.subarray(0, random.whole(bytes.length + 1)) : bytes);
}

const forms = [
  '/gestion/annuaire/nouvelle',
  '/gestion/annuaire/importer',
  '/connexion',
  '/gestion/annuaire/domaines',
  '/annuaire/proposer',
];

const names = [
  'q',
  'page',
  'theme',
  'commune',
  'forme',
  'avec',
  'pres',
  'rayon',
  'tri',
  'bbox',
  'zoom',
  'suite',
  'vous',
  '__proto__',
  'q[]',
  '%',
  '',
];
const values = [
  '',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  '%00',
  '%ff%fe',
  '%',
  "'",
  '"',
  '<script>',
  '../../etc/passwd',
  '35238',
  '47.97,-1.79',
  '91,181',
  '-180,-90,180,90',
  '1,1,1,1',
  'nom',
  'a'.repeat(3_000),
  '%F0%9F%98%80',
  'jardin & | ! :*',
  '(((',
  '{}',
  '[]',
  '%E2%80%AE',
  '0x10',
  '+',
];
const places = [
  '/annuaire',
  '/annuaire/carte.json',
  '/carte',
  '/carte/contours.json',
  '/recherche',
  '/annuaire.csv',
  '/annuaire.geojson',
  '/api/elements.json',
  '/connexion',
  '/contact',
  '/gestion/annuaire',
  '/gestion/journal',
  '/embarquer',
  '/annuaire/proposer/communes',
  '/gestion/personnes',
];

function queryOf(random: Seeded): string {
  const pairs = Array.from(
    { length: random.whole(6) },
    () => `${random.one(names)}${random.chance(0.9) ? '=' : ''}${random.one(values)}`,
  );
  return `${random.one(places)}?${pairs.join(random.one(['&', '&', ';', '&&']))}`;
}

function addressOf(random: Seeded): string {
  const steps = [
    'annuaire',
    'gestion',
    'images',
    'assets',
    '..',
    '%2e%2e',
    '%2f',
    '%5c',
    '.git',
    'connexion',
    'lien',
    '%00',
    '%ff',
    '',
    'é',
    '😀',
    '00000000-0000-0000-0000-000000000000',
    'a'.repeat(1_000),
    '%c0%ae',
    ';',
    '@',
    '*',
    ':slug',
    'index.php',
    '~root',
    '320.webp',
  ];
  return `/${Array.from({ length: 1 + random.whole(5) }, () => random.one(steps)).join('/')}`;
}

async function sendBody(origin: string, random: Seeded, path: string): Promise<{ status: number; ms: number }> {
  const boundary = random.one(['x', '----limite', 'a'.repeat(70), '"', '']);
  const part = (): string =>
    `--${boundary}${random.one(['\r\n', '\n', ''])}Content-Disposition: form-data; name="${random.one(['fichier', 'name', '_cle', '__proto__', '"', '\u0000', 'é'])}"${random.chance(0.4) ? `; filename="${random.one(['a.csv', '../../x', '\u202egnp.svg', 'x'.repeat(400), 'nul\0l.png'])}"` : ''}\r\n${random.chance(0.5) ? 'Content-Type: text/csv\r\n' : ''}\r\n${csvText(random)}\r\n`;
  const body = mangled(random, `${Array.from({ length: random.whole(6) }, part).join('')}--${boundary}--\r\n`);
  const startedAt = performance.now();
  const response = await fetch(origin + path, {
    method: 'POST',
    body: body as Uint8Array<ArrayBuffer>,
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': random.one([
        `multipart/form-data; boundary=${boundary}`,
        'multipart/form-data',
        'application/x-www-form-urlencoded',
        'application/json',
        'text/plain',
        `multipart/form-data; boundary="${boundary}"; charset=utf-16`,
      ]),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  });
  await response.arrayBuffer();
  return { status: response.status, ms: performance.now() - startedAt };
}
