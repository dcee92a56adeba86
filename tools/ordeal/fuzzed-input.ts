import { setTimeout as sleep } from 'node:timers/promises';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { memoryOf } from '../bench/process-cost.ts';
import { seeded, type Seeded } from '../bench/seeded.ts';
import { enterByLink, openClient } from './client.ts';
import { fuzzCalendars } from './fuzzed-calendars.ts';
import { csvText, fuzzTables, mangled } from './fuzzed-tables.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

const longest = 2_000;

/** B-20: readers and routes are given anything; nothing crashes, hangs or answers 5xx, and memory stays flat. */
export const fuzzedInput: Scenario = {
  name: 'fuzz',
  code: 'B-20',
  title: 'entrées au hasard : tableurs, calendriers, formulaires, adresses',
  async run(ordeal) {
    const random = seeded(ordeal.seed);
    const site = await startSiteProcess();
    const pid = site.process.pid ?? 0;
    try {
      const client = openClient(site.origin);
      await enterByLink(client, site.signInPath);
      const tables = await fuzzTables(random, ordeal.times(5_000, 200), ordeal.times(10_000, 400));
      const calendars = fuzzCalendars(ordeal.seed, ordeal.times(5_000, 200));
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
        {
          what: 'calendriers lus',
          found: `${calendars.read}, dont ${calendars.refused} refusés ; ${calendars.dates} dates`,
          expected: `graine ${ordeal.seed}`,
          passed: true,
        },
        atMost('calendriers : erreurs imprévues', calendars.broken.length, 0),
        atMost('calendriers : la plus longue lecture', calendars.longest, longest, ' ms'),
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
        atLeast(
          'contrôle : un lecteur de calendriers qui casse est vu',
          fuzzCalendars(1, 20, () => JSON.parse('{')).broken.length,
          1,
        ),
      ].map((finding) => {
        if (!finding.passed)
          for (const line of [...tables.broken, ...calendars.broken].slice(0, 5)) ordeal.say(`  ${line}`);
        return finding;
      });
    } finally {
      await site.stop();
    }
  },
};

const forms = [
  '/gestion/annuaire/nouvelle',
  '/gestion/annuaire/importer',
  '/connexion',
  '/gestion/annuaire/domaines',
  '/annuaire/proposer',
  '/agenda/proposer',
  '/agenda/abonnement',
  '/gestion/agenda/ajouter',
  '/gestion/agenda/sources/fichier',
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
  'type',
  'du',
  'date',
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
  '/agenda',
  '/agenda/mois/2026-12',
  '/agenda/carte',
  '/agenda.ics',
  '/agenda.json',
  '/api/agenda.json',
  '/agenda/openagenda.json',
  '/agenda/cadre/mois',
  '/formations',
  '/gestion/agenda',
  '/gestion/paiements',
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
