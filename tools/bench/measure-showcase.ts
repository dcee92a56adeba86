import { randomBytes } from 'node:crypto';
import type { StartedSite } from '../../tests/support/started-site.ts';
import type { BenchHub } from './bench-hub.ts';
import { fictionalWords } from './fictional-structures.ts';
import { addBareStructures, fillPublications, removeBareStructures, removePublications } from './fill-publications.ts';
import { load } from './load.ts';
import { weighPages } from './page-weight.ts';
import { memoryOf } from './process-cost.ts';
import { whereTimeGoes } from './profile.ts';
import { rawLoad } from './raw-load.ts';
import { percentile, type Measure } from './result.ts';

const telephone = 360;
const notKept = { cookie: 'x=1' };
const asked = { 'accept-encoding': 'br' };

/** The home page over 2,000 things of all kinds, then search, suggestions and site map over 50,000. */
export async function measureShowcase(site: StartedSite, hub: BenchHub): Promise<Measure[]> {
  await fillPublications(hub, 2_000);
  const home = await measureHome(site);
  const weights = await measureWeights(site);
  const { rows } = await hub.owner.query<{ count: number }>(
    'select count(*)::int as count from search_entries where hub_id = $1',
    [hub.ctx.hubId],
  );
  await fillPublications(hub, Math.max(2_000, 52_000 - (rows[0]?.count ?? 0)));
  const found = await measureMixedSearch(site);
  await addBareStructures(hub, 50_000);
  const map = await measureSiteMap(site);
  await removeBareStructures(hub);
  await removePublications(hub);
  return [...home, ...weights, ...found, ...map];
}

async function measureHome(site: StartedSite): Promise<Measure[]> {
  const pid = site.process.pid ?? 0;
  const { origin } = site;
  const drawn = await load(pid, { origin, paths: ['/'], headers: notKept });
  await (await fetch(`${origin}/`, { headers: asked })).arrayBuffer();
  await rawLoad(pid, origin, '/', asked, 2);
  const kept = await rawLoad(pid, origin, '/', asked);
  return [
    {
      name: 'accueil, 2 000 contenus, page non gardée',
      value: drawn.perSecond,
      bar: 500,
      unit: 'pages/s',
      better: 'more',
      notes: [`p50 ${drawn.p50} ms, p99 ${drawn.p99} ms ; ${drawn.failed} échec`, drawn.cost],
      look: () => whereTimeGoes(site, () => load(pid, { origin, paths: ['/'], headers: notKept, seconds: 3 })),
    },
    {
      name: 'accueil, page gardée pour les visiteurs',
      value: kept.perSecond,
      bar: 10_000,
      unit: 'pages/s',
      better: 'more',
      notes: [`p50 ${kept.p50.toFixed(1)} ms, p99 ${kept.p99.toFixed(1)} ms ; ${kept.failed} échec`, kept.cost],
    },
  ];
}

async function measureWeights(site: StartedSite): Promise<Measure[]> {
  const lists = ['/actualites', '/histoires', '/projets', '/actions', '/ressources', '/veille', '/recherche?q=atelier'];
  const served: string[] = [];
  for (const path of lists) if ((await fetch(site.origin + path)).status === 200) served.push(path);
  const weights = await weighPages(site.origin, ['/', ...served], telephone);
  return [...weights].map(([path, weight]) => ({
    name: `poids, ${path} : page, styles, scripts, polices`,
    value: weight.bytes / 1000,
    bar: 100,
    unit: 'ko',
    better: 'less' as const,
    notes: [
      `scripts ${(weight.scriptBytes / 1000).toFixed(0)} ko ; ${weight.elsewhere} requête hors du site ; images ${(weight.imageBytes / 1000).toFixed(0)} ko`,
    ],
  }));
}

/** One word, two words, a beginning, an error: what visitors type. */
function searchedTexts(): string[] {
  const words = fictionalWords;
  const pairs = words.map((word, index) => `${word} ${words[(index * 7 + 3) % words.length] ?? ''}`);
  const beginnings = words.map((word) => word.slice(0, 5));
  const errors = words.filter((word) => word.length > 6).map((word) => word.slice(0, 3) + word.slice(4));
  return [...words, ...pairs, ...beginnings, ...errors];
}

async function measureMixedSearch(site: StartedSite): Promise<Measure[]> {
  const texts = searchedTexts();
  const searches = texts.map((text) => `/recherche?q=${encodeURIComponent(text)}`);
  const typed = texts.map((text) => `/recherche/suggestions?q=${encodeURIComponent(text.slice(0, 6))}`);
  await timesOf(site, searches);
  const pages = await timesOf(site, [...searches, ...searches]);
  const suggestions = await timesOf(site, [...typed, ...typed]);
  const slowest = pages.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  return [
    {
      name: 'recherche sur 50 000 contenus de tous genres, page entière, p95',
      value: percentile(
        pages.map(({ ms }) => ms),
        0.95,
      ),
      bar: 40,
      unit: 'ms',
      better: 'less',
      notes: [
        describeTimes(pages),
        ...slowest.map(({ path, ms }) => `${decodeURIComponent(path)} : ${ms.toFixed(0)} ms`),
      ],
      look: () => whereTimeGoes(site, () => timesOf(site, searches)),
    },
    {
      name: 'suggestions pendant la frappe, p95',
      value: percentile(
        suggestions.map(({ ms }) => ms),
        0.95,
      ),
      bar: 40,
      unit: 'ms',
      better: 'less',
      notes: [describeTimes(suggestions)],
    },
  ];
}

type Timed = { path: string; ms: number; status: number };

/** Asks one after the other, each from an address of its own, since an address may search so many times a minute. */
async function timesOf(site: StartedSite, paths: readonly string[]): Promise<Timed[]> {
  const times: Timed[] = [];
  for (const path of paths) {
    const from = `10.${[...randomBytes(3)].join('.')}`;
    const startedAt = performance.now();
    const response = await fetch(site.origin + path, { headers: { ...notKept, 'x-forwarded-for': from } });
    await response.arrayBuffer();
    times.push({ path, ms: performance.now() - startedAt, status: response.status });
  }
  return times;
}

function describeTimes(times: readonly Timed[]): string {
  const each = times.map(({ ms }) => ms);
  const failed = times.filter(({ status }) => status !== 200).length;
  return `p50 ${percentile(each, 0.5).toFixed(1)} ms, p99 ${percentile(each, 0.99).toFixed(1)} ms sur ${times.length} ; ${failed} échec`;
}

async function measureSiteMap(site: StartedSite): Promise<Measure[]> {
  const pid = site.process.pid ?? 0;
  const read = async (): Promise<{ addresses: number; ms: number; bytes: number }> => {
    const startedAt = performance.now();
    const text = await (await fetch(`${site.origin}/sitemap.xml`)).text();
    const parts = [...text.matchAll(/<sitemap><loc>([^<]*)</g)].map(([, part]) => part ?? '');
    const texts = parts.length > 0 ? await Promise.all(parts.map(async (part) => (await fetch(part)).text())) : [text];
    const addresses = texts.reduce((sum, one) => sum + (one.match(/<url>/g)?.length ?? 0), 0);
    return { addresses, ms: performance.now() - startedAt, bytes: texts.join('').length };
  };
  await read();
  const before = memoryOf(pid).now;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memoryOf(pid).now)), 5);
  const { addresses, ms, bytes } = await read();
  clearInterval(watch);
  const notes = [`${addresses.toLocaleString('fr-FR')} adresses, ${(bytes / 1e6).toFixed(1)} Mo`];
  return [
    { name: 'plan du site, du début à la fin', value: ms, bar: 2_000, unit: 'ms', better: 'less', notes },
    {
      name: 'plan du site : mémoire prise pendant l’envoi',
      value: Math.max(0, most - before),
      bar: 40,
      unit: 'Mo',
      better: 'less',
      notes: [],
    },
  ];
}
