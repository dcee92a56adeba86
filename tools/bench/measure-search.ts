import { search } from '#platform/search/search.ts';
import type { StartedSite } from '../../tests/support/started-site.ts';
import type { BenchHub } from './bench-hub.ts';
import { searchedWords } from './fictional-structures.ts';
import { askEach } from './load.ts';
import { whereTimeGoes } from './profile.ts';
import { percentile, type Measure } from './result.ts';

const turns = 8;

/** Words of every sort over the whole directory: the search alone, then the page that shows it. */
export async function measureSearch(site: StartedSite, hub: BenchHub): Promise<Measure[]> {
  const alone: { word: string; ms: number; found: number }[] = [];
  for (let turn = 0; turn < turns; turn++) {
    for (const word of searchedWords) {
      const startedAt = performance.now();
      const { matches } = await search(hub.ctx.db, word, {
        kinds: ['organization'],
        visibilities: ['public'],
        limit: 2_000,
      });
      if (turn > 0) alone.push({ word, ms: performance.now() - startedAt, found: matches.length });
    }
  }
  const paths = searchedWords.map((word) => `/annuaire?q=${encodeURIComponent(word)}`);
  await askEach(site.origin, paths, { cookie: 'x=1' });
  const ask = (): Promise<Awaited<ReturnType<typeof askEach>>> =>
    askEach(site.origin, Array.from({ length: turns }, () => paths).flat(), { cookie: 'x=1' });
  const pages = await ask();
  const times = alone.map(({ ms }) => ms);
  const pageTimes = pages.map(({ ms }) => ms);
  const slowest = searchedWords
    .map((word) => ({
      word,
      ms: percentile(
        alone.filter((one) => one.word === word).map(({ ms }) => ms),
        0.5,
      ),
      found: alone.find((one) => one.word === word)?.found ?? 0,
    }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 4);
  const failed = pages.filter(({ status }) => status !== 200).length;
  return [
    {
      name: 'recherche sur 100 000, seule, p95',
      value: percentile(times, 0.95),
      bar: 30,
      unit: 'ms',
      better: 'less',
      notes: [
        `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms sur ${times.length} recherches`,
        ...slowest.map(({ word, ms, found }) => `« ${word} » : ${ms.toFixed(1)} ms (p50), ${found} trouvées`),
      ],
    },
    {
      name: 'recherche sur 100 000, page entière, p95',
      value: percentile(pageTimes, 0.95),
      bar: 30,
      unit: 'ms',
      better: 'less',
      notes: [
        `p50 ${percentile(pageTimes, 0.5).toFixed(1)} ms, p99 ${percentile(pageTimes, 0.99).toFixed(1)} ms sur ${pages.length} pages ; ${failed} échec`,
      ],
      look: () => whereTimeGoes(site, ask),
    },
  ];
}
