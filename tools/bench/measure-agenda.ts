import type { StartedSite } from '../../tests/support/started-site.ts';
import type { BenchHub } from './bench-hub.ts';
import { fillAgenda, removeAgenda } from './fill-agenda.ts';
import { load } from './load.ts';
import { weighPages } from './page-weight.ts';
import { whereTimeGoes } from './profile.ts';
import { percentile, type Measure } from './result.ts';

const telephone = 360;
/** A visitor with a cookie gets a page drawn for her. */
const notKept = { cookie: 'x=1' };
const readings = 40;
const pause = 60;

/** The agenda over 5,000 events of which 300 come back every week. */
export async function measureAgenda(site: StartedSite, hub: BenchHub): Promise<Measure[]> {
  await fillAgenda(hub, { count: 5_000, recurring: 300 });
  const { rows } = await hub.owner.query<{ count: number }>(
    'select count(*)::int as count from agenda_occurrences where hub_id = $1',
    [hub.ctx.hubId],
  );
  const dates = `${(rows[0]?.count ?? 0).toLocaleString('fr-FR')} dates`;
  const month = new Date().toISOString().slice(0, 7);
  const pages = [
    { name: 'mois', path: `/agenda/mois/${month}`, bar: 300 },
    { name: 'prochaines dates', path: '/agenda', bar: 300 },
    { name: 'page d’un rendez-vous de chaque semaine', path: '/agenda/banc-1', bar: 100 },
  ];
  const measures: Measure[] = [];
  for (const page of pages) measures.push(await measureDrawn(site, page, dates), await measureRead(site, hub, page));
  const weights = await weighPages(
    site.origin,
    pages.map(({ path }) => path),
    telephone,
  );
  for (const [path, weight] of weights)
    measures.push({
      name: `poids, ${path} : page, styles, scripts, polices`,
      value: weight.bytes / 1000,
      bar: 100,
      unit: 'ko',
      better: 'less',
      notes: [`scripts ${(weight.scriptBytes / 1000).toFixed(0)} ko`],
    });
  await removeAgenda(hub);
  return measures;
}

interface MeasuredPage {
  name: string;
  path: string;
  bar: number;
}

/** Drawn for each request; what it reads is kept in memory until the agenda changes, as for every list of the site. */
async function measureDrawn(site: StartedSite, { name, path, bar }: MeasuredPage, dates: string): Promise<Measure> {
  const pid = site.process.pid ?? 0;
  const drawn = await load(pid, { origin: site.origin, paths: [path], headers: notKept });
  return {
    name: `agenda, ${name}, page dessinée à chaque fois`,
    value: drawn.perSecond,
    bar,
    unit: 'pages/s',
    better: 'more',
    notes: [`${dates} ; p50 ${drawn.p50} ms, p99 ${drawn.p99} ms ; ${drawn.failed} échec`, drawn.cost],
    look: () =>
      whereTimeGoes(site, () => load(pid, { origin: site.origin, paths: [path], headers: notKept, seconds: 3 })),
  };
}

/** Right after a change: everything is read again from the database. */
async function measureRead(site: StartedSite, hub: BenchHub, { name, path }: MeasuredPage): Promise<Measure> {
  const times: number[] = [];
  for (let at = 0; at < readings; at++) {
    await hub.owner.query(`select pg_notify('essaim_site', $1)`, [hub.ctx.hubId]);
    await new Promise((resolve) => setTimeout(resolve, pause));
    const startedAt = performance.now();
    await (await fetch(site.origin + path, { headers: notKept })).arrayBuffer();
    times.push(performance.now() - startedAt);
  }
  return {
    name: `agenda, ${name}, juste après un changement : tout est relu, p95`,
    value: percentile(times, 0.95),
    bar: 150,
    unit: 'ms',
    better: 'less',
    notes: [`p50 ${percentile(times, 0.5).toFixed(1)} ms sur ${readings}`],
  };
}
