import { segmentQuery } from '#modules/people/segments/domain/typed-segment.ts';
import { segmentPaths } from '#modules/people/segments/paths.ts';
import { fillNetwork } from '#modules/people/testing/fill-network.ts';
import type { BenchHub } from './bench-hub.ts';
import type { OfficeSession } from './office-session.ts';
import { percentile, type Measure } from './result.ts';
import { typicalSegments } from './typical-segments.ts';

const people = 50_000;
const rounds = 10;

/** The live count of a dozen segments over 50,000 people, asked of the site as the page does at each condition. */
export async function measureSegments(office: OfficeSession, hub: BenchHub): Promise<Measure[]> {
  const { rows } = await hub.owner.query<{ count: number }>(
    'select count(*)::int as count from persons where hub_id = $1',
    [hub.ctx.hubId],
  );
  await fillNetwork(hub.owner, hub.ctx.hubId, people - (rows[0]?.count ?? 0));
  await hub.owner.query('vacuum analyze');
  const one = async (statement: string): Promise<string> =>
    (await hub.owner.query<{ id: string }>(`select ${statement} limit 1`, [hub.ctx.hubId])).rows[0]?.id ?? '';
  const segments = typicalSegments({
    tag: await one('tag_id as id from person_tags where hub_id = $1'),
    theme: await one('theme_id as id from organization_themes where hub_id = $1'),
    event: await one('event_id as id from registration_pools where hub_id = $1'),
  });
  const times: number[] = [];
  const notes: string[] = [];
  for (const { name, definition } of segments) {
    const address = `${segmentPaths.count}?${segmentQuery(definition).toString()}`;
    const own: number[] = [];
    let total = 0;
    // The first answer is read, not measured: the page has asked already.
    for (let round = 0; round <= rounds; round += 1) {
      const askedAt = performance.now();
      const response = await office.get(address);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      ({ total } = (await response.json()) as { total: number });
      if (round > 0) own.push(performance.now() - askedAt);
    }
    times.push(...own);
    notes.push(`${name} : ${percentile(own, 0.5).toFixed(0)} ms (${total.toLocaleString('fr-FR')} personnes)`);
  }
  const ms = (share: number): number => percentile(times, share);
  const measure = (name: string, value: number, said: readonly string[]): Measure => ({
    name: `${segments.length} segments de ${people.toLocaleString('fr-FR')} personnes : ${name}`,
    value,
    bar: 200,
    unit: 'ms',
    better: 'less',
    notes: said,
  });
  return [measure('médiane', ms(0.5), []), measure('95 %', ms(0.95), notes)];
}
