import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSiteProcess, type StartedSite } from '../tests/support/started-site.ts';
import { buildAll } from './build.ts';
import { openBenchHub, type BenchHub } from './bench/bench-hub.ts';
import { describeMachine } from './bench/machine.ts';
import { measureAgenda } from './bench/measure-agenda.ts';
import { measureDirectory } from './bench/measure-directory.ts';
import { measureImport } from './bench/measure-import.ts';
import { measureMailing } from './bench/measure-mailing.ts';
import { measureMap } from './bench/measure-map.ts';
import { measurePages } from './bench/measure-pages.ts';
import { measurePeopleImport } from './bench/measure-people-import.ts';
import { measureRegistration } from './bench/measure-registration.ts';
import { measureSegments } from './bench/measure-segments.ts';
import { measureShowcase } from './bench/measure-showcase.ts';
import { measureSearch } from './bench/measure-search.ts';
import { memoryOf } from './bench/process-cost.ts';
import { openOfficeSession } from './bench/office-session.ts';
import { describeMeasures, type Measure } from './bench/result.ts';

/**
 * Measures the built site against its bars, on an embedded database of its own, and says for each where the time goes:
 * `npm run bench`, `-- --built` to keep the build as it is, `-- --showcase` for the home page, the search of the whole site
 * and the site map only, `-- --agenda` for the agenda only, `-- --registration` for crowds that register, `-- --mailing` for a mailing to ten thousand,
 * `-- --segments` for segments and imports of people. Figures are for reading, never for a test to fail on.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (!process.argv.includes('--built')) await buildAll();
const onlyShowcase = process.argv.includes('--showcase');
const onlyAgenda = process.argv.includes('--agenda');
const onlyRegistration = process.argv.includes('--registration');
const onlyMailing = process.argv.includes('--mailing');
const onlySegments = process.argv.includes('--segments');
const folder = await mkdtemp(join(tmpdir(), 'essaim-bench-'));
let site: StartedSite | null = null;
let hub: BenchHub | null = null;
try {
  const measures: Measure[] = [];
  const add = (found: readonly Measure[]): void => {
    measures.push(...found);
    say(describeMeasures(found));
  };
  say('Premier démarrage, puis le suivant…');
  const first = await started(folder);
  await first.site.stop();
  const next = await started(folder);
  site = next.site;
  add([
    { name: 'premier démarrage : première page', value: first.seconds, bar: 15, unit: 's', better: 'less', notes: [] },
    { name: 'démarrage suivant : première page', value: next.seconds, bar: 3, unit: 's', better: 'less', notes: [] },
  ]);
  hub = await openBenchHub(folder);
  const machine = await describeMachine(hub.owner);
  if (!onlyAgenda && !onlyRegistration && !onlyMailing && !onlySegments) {
    say('Poids des pages dans le navigateur…');
    add(await measurePages(site));
    say('Vitrine : 2 000 contenus, puis 50 000…');
    add(await measureShowcase(site, hub));
  }
  if (!onlyShowcase && !onlyRegistration && !onlyMailing && !onlySegments) {
    say('Agenda : 5 000 rendez-vous…');
    add(await measureAgenda(site, hub));
  }
  if (!onlyShowcase && !onlyAgenda && !onlyMailing && !onlySegments) {
    say('Inscriptions : 200 pour une place, 2 000 en une minute…');
    add(await measureRegistration(site, hub));
  }
  if (!onlyShowcase && !onlyAgenda && !onlyRegistration && !onlySegments) {
    say('Envoi à 10 000 adresses…');
    add(await measureMailing(hub, folder));
  }
  if (!onlyShowcase && !onlyAgenda && !onlyRegistration && !onlyMailing) {
    const office = await openOfficeSession(site);
    say('Import de 20 000 personnes…');
    add([await measurePeopleImport(office, hub)]);
    say('Segments de 50 000 personnes…');
    add(await measureSegments(office, hub));
  }
  if (!onlyShowcase && !onlyAgenda && !onlyRegistration && !onlyMailing && !onlySegments) {
    say('Import de 10 000 lignes…');
    add([await measureImport(hub, folder)]);
    say('20 000 structures…');
    say(`  ${Math.round(await hub.fillTo(20_000))} par seconde`);
    add(await measureDirectory(site, hub));
    say('100 000 structures…');
    say(`  ${Math.round(await hub.fillTo(100_000))} par seconde`);
    add(await measureSearch(site, hub));
    add(await measureMap(site));
  }
  const memory = memoryOf(site.process.pid ?? 0);
  add([
    {
      name: 'mémoire de l’application après tout cela',
      value: memory.now,
      bar: 250,
      unit: 'Mo',
      better: 'less',
      notes: memory.most === null ? [] : [`au plus haut : ${Math.round(memory.most)} Mo (PostgreSQL à part)`],
    },
  ]);
  say('Où va le temps…');
  for (const { name, look } of measures)
    if (look) say(`\n${name}\n${(await look()).map((line) => `  ${line}`).join('\n')}`);
  say(`\n${machine}\n`);
  say(describeMeasures(measures.map((measure) => ({ ...measure, notes: [] }))));
} finally {
  await hub?.close();
  await site?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Starts the site and waits for a whole page. */
async function started(data: string): Promise<{ site: StartedSite; seconds: number }> {
  const startedAt = performance.now();
  const opened = await startSiteProcess({ folder: data, environment: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
  const response = await fetch(`${opened.origin}/annuaire`);
  await response.arrayBuffer();
  return { site: opened, seconds: (performance.now() - startedAt) / 1000 };
}
