import type { StartedSite } from '../../tests/support/started-site.ts';
import type { BenchHub } from './bench-hub.ts';
import { emptyQueue, freeEvent, standing } from './registration-event.ts';
import { percentile, type Measure } from './result.ts';

const crowd = 200;
const inAMinute = 2_000;
const minute = 60_000;

/** Two hundred people for the last seat at once; two thousand in a minute, of which two hundred behind one address. */
export async function measureRegistration(site: StartedSite, hub: BenchHub): Promise<Measure[]> {
  const slug = await freeEvent(hub.owner);
  await emptyQueue(hub.owner, slug, 1);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: crowd }, (_, index) => register(site, slug, index, `10.1.${index}.1`)));
  const seconds = (performance.now() - startedAt) / 1000;
  const { confirmed, waiting, ranks } = await standing(hub.owner, slug);
  const exact = confirmed === 1 && waiting === crowd - 1 && ranks === crowd;

  await emptyQueue(hub.owner, slug, inAMinute);
  const times: number[] = [];
  const begunAt = performance.now();
  await Promise.all(
    Array.from({ length: inAMinute }, async (_, index) => {
      const due = (index / inAMinute) * minute;
      await new Promise((resolve) => setTimeout(resolve, due));
      const sentAt = performance.now();
      const address = index % 10 === 0 ? '192.0.2.44' : `10.2.${index >> 8}.${index & 255}`;
      if ((await register(site, slug, index, address)) === 303) times.push(performance.now() - sentAt);
    }),
  );
  const lasted = (performance.now() - begunAt) / 1000;
  const { confirmed: kept } = await standing(hub.owner, slug);
  return [
    {
      name: `${crowd} inscriptions à la fois pour la dernière place`,
      value: seconds,
      bar: 3,
      unit: 's',
      better: 'less',
      notes: [exact ? `1 place, ${crowd - 1} rangs, tous différents` : `faux : ${confirmed} places, ${waiting} rangs`],
    },
    {
      name: `${inAMinute} inscriptions en une minute : perdues`,
      value: inAMinute - Math.min(times.length, kept),
      bar: 0,
      unit: '',
      better: 'less',
      notes: [
        `en ${lasted.toFixed(0)} s ; médiane ${percentile(times, 50).toFixed(0)} ms, 99 % sous ${percentile(times, 99).toFixed(0)} ms`,
      ],
    },
  ];
}

async function register(site: StartedSite, slug: string, index: number, address: string): Promise<number> {
  const response = await fetch(`${site.origin}/agenda/${slug}/inscription`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.origin, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address },
    body: new URLSearchParams({
      _cle: crypto.randomUUID(),
      'p0-name': `Personne ${index}`,
      'p0-email': `personne-${index}@banc.example`,
    }),
  });
  await response.arrayBuffer();
  return response.status;
}
