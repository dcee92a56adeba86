import type { StartedSite } from '../../tests/support/started-site.ts';
import { askEach } from './load.ts';
import { whereTimeGoes } from './profile.ts';
import { percentile, type Measure } from './result.ts';
import { seeded, type Seeded } from './seeded.ts';

const viewports = 600;

/** Groups and points of viewports anywhere in France at every zoom, on screens from a telephone to a wall. */
export async function measureMap(site: StartedSite): Promise<Measure[]> {
  const random = seeded(7);
  const startedAt = performance.now();
  await askEach(site.origin, [viewportOf(random)]);
  const warming = performance.now() - startedAt;
  const ask = (): Promise<Awaited<ReturnType<typeof askEach>>> =>
    askEach(
      site.origin,
      Array.from({ length: viewports }, () => viewportOf(random)),
    );
  const answers = await ask();
  const failed = answers.filter(({ status }) => status !== 200).length;
  const times = answers.map(({ ms }) => ms);
  return [
    {
      name: 'groupes de la carte, 100 000 points, p95',
      value: percentile(times, 0.95),
      bar: 30,
      unit: 'ms',
      better: 'less',
      notes: [
        `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms ; premier groupement ${Math.round(warming)} ms ; ${failed} échec`,
      ],
      look: () => whereTimeGoes(site, ask, 5),
    },
    {
      name: 'groupes de la carte, la plus lourde réponse',
      value: Math.max(...answers.map(({ bytes }) => bytes)) / 1000,
      bar: 30,
      unit: 'ko',
      better: 'less',
      notes: ['non compressée'],
    },
  ];
}

function viewportOf(random: Seeded): string {
  const zoom = random.whole(17);
  const [screenWide, screenTall] = random.one([
    [360, 640],
    [560, 640],
    [1280, 800],
    [2560, 1440],
  ] as const);
  const wide = (screenWide * 360) / (512 * 2 ** zoom);
  const tall = (screenTall * 250) / (512 * 2 ** zoom);
  const [lon, lat] = [-4 + random.next() * 11, 43 + random.next() * 7.5];
  const box = [lon - wide / 2, Math.max(-85, lat - tall / 2), lon + wide / 2, Math.min(85, lat + tall / 2)];
  return `/annuaire/carte.json?bbox=${box.map((side) => side.toFixed(5)).join(',')}&zoom=${zoom}`;
}
