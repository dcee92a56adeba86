import type { StartedSite } from '../../tests/support/started-site.ts';
import type { BenchHub } from './bench-hub.ts';
import { explained } from './explained.ts';
import { askEach, load } from './load.ts';
import { whereTimeGoes } from './profile.ts';
import { rawLoad } from './raw-load.ts';
import type { Measure } from './result.ts';

// A cookie of no meaning: nobody is signed in, but the page kept is not used.
const notKept = { cookie: 'x=1' };

/** The directory's first page and pages further on, drawn anew each time, then as kept for visitors. */
export async function measureDirectory(site: StartedSite, hub: BenchHub): Promise<Measure[]> {
  const pid = site.process.pid ?? 0;
  const { origin } = site;
  const pages = Array.from({ length: 800 }, (_, index) => `/annuaire?page=${index + 1}`);
  await askEach(origin, ['/annuaire'], notKept);
  const first = await load(pid, { origin, paths: ['/annuaire'], headers: notKept });
  const many = await load(pid, { origin, paths: pages, headers: notKept });
  const alone = await load(pid, { origin, paths: ['/annuaire'], headers: notKept, connections: 1, seconds: 3 });
  const asked = { 'accept-encoding': 'br' };
  await askEach(origin, ['/annuaire'], asked);
  await rawLoad(pid, origin, '/annuaire', asked, 2);
  const kept = await rawLoad(pid, origin, '/annuaire', asked);
  return [
    {
      name: 'annuaire, 24 fiches sur 20 000, page non gardée',
      value: first.perSecond,
      bar: 800,
      unit: 'pages/s',
      better: 'more',
      notes: [
        `p50 ${first.p50} ms, p99 ${first.p99} ms, seul p50 ${alone.p50} ms ; ${Math.round(first.bytes / 1000)} ko par page ; ${first.failed} échec`,
        first.cost,
        ...(await explained(hub, 'les 24 fiches', cardsStatement)),
      ],
      look: () => whereTimeGoes(site, () => load(pid, { origin, paths: ['/annuaire'], headers: notKept, seconds: 3 })),
    },
    {
      name: 'annuaire, 800 pages différentes, non gardées',
      value: many.perSecond,
      bar: 200,
      unit: 'pages/s',
      better: 'more',
      notes: [`p50 ${many.p50} ms, p99 ${many.p99} ms ; ${many.failed} échec`, many.cost],
    },
    {
      name: 'annuaire, page gardée pour les visiteurs',
      value: kept.perSecond,
      bar: 10_000,
      unit: 'pages/s',
      better: 'more',
      notes: [`p50 ${kept.p50.toFixed(1)} ms, p99 ${kept.p99.toFixed(1)} ms ; ${kept.failed} échec`, kept.cost],
      look: () => whereTimeGoes(site, () => rawLoad(pid, origin, '/annuaire', asked, 3), 5),
    },
  ];
}

const cardsStatement = `select o.id, o.slug, o.name, o.mission, l.city
  from unnest((select array_agg(id) from (select id from organizations order by name_key limit 24) as first)) with ordinality as wanted (id, place)
  join organizations o on o.hub_id = essaim_hub() and o.id = wanted.id and o.status = 'published' and o.trashed_at is null
  left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0 order by wanted.place`;
