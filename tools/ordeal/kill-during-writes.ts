import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { startSiteProcess, type StartedSite } from '../../tests/support/started-site.ts';
import { percentile } from '../bench/result.ts';
import { seeded } from '../bench/seeded.ts';
import { killSite, withOwner } from './beside.ts';
import { enterByLink, formKey, openClient, type Client } from './client.ts';
import { atLeast, atMost, type Finding, type Ordeal, type Scenario } from './scenario.ts';

const writers = 6;

interface Write {
  kind: 'structure' | 'domaine';
  key: string;
  name: string;
  checksum: string;
}

/** B-1: the application is killed again and again while staff write; what was acknowledged must all be there, whole, once. */
export const killDuringWrites: Scenario = {
  name: 'kill',
  code: 'B-1',
  title: 'kill -9 pendant des écritures',
  async run(ordeal) {
    const folder = await mkdtemp(join(tmpdir(), 'essaim-ordeal-'));
    const log = join(folder, 'acquittements.log');
    const random = seeded(ordeal.seed);
    const acknowledged: Write[] = [];
    const ready: number[] = [];
    let site = await startSiteProcess({ folder });
    try {
      const client = openClient(site.origin);
      await enterByLink(client, site.signInPath);
      const kills = ordeal.times(50, 3);
      const unsure: Write[] = [];
      let serial = 0;
      for (let kill = 0; kill < kills; kill++) {
        let isOver = false;
        const next = (): Write =>
          unsure.pop() ?? newWrite(`${ordeal.seed}-${(serial += 1)}`, random.chance(0.06) ? 'domaine' : 'structure');
        const writing = Array.from({ length: writers }, async () => {
          while (!isOver) {
            const write = next();
            if (await send(client, write)) {
              // On disk before the next request: the log of what the site owes us.
              await appendFile(log, `${write.kind} ${write.name} ${write.checksum}\n`);
              acknowledged.push(write);
            } else unsure.push(write);
          }
        });
        await sleep(400 + random.whole(1200));
        await killSite(site, random.one(['application', 'application', 'both']));
        isOver = true;
        await Promise.all(writing);
        const startedAt = performance.now();
        site = await startSiteProcess({ folder });
        await fetch(`${site.origin}/readyz`).then((response) => response.text());
        ready.push((performance.now() - startedAt) / 1000);
        client.moveTo(site.origin);
        if (kill % 10 === 9) ordeal.say(`  ${kill + 1} arrêts, ${acknowledged.length} écritures acquittées`);
      }
      // What was in flight is sent again with its key: the effect must be there once.
      for (const write of unsure.splice(0)) if (await send(client, write)) acknowledged.push(write);
      return await judge(folder, acknowledged, ready, kills, ordeal);
    } finally {
      await stopQuietly(site);
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function newWrite(name: string, kind: Write['kind']): Write {
  return {
    kind,
    key: formKey(),
    name: `Épreuve ${name}`,
    checksum: createHash('sha256').update(name).digest('hex').slice(0, 24),
  };
}

async function send(client: Client, { kind, key, name, checksum }: Write): Promise<boolean> {
  try {
    const answer =
      kind === 'structure'
        ? await client.post('/gestion/annuaire/nouvelle', {
            _cle: key,
            name,
            mission: `Somme ${checksum}`,
            town: 'Guichen (35580)',
            isAnother: 'oui',
          })
        : await client.post('/gestion/annuaire/domaines', { _cle: key, label: name });
    if (answer.status !== 303 && answer.status < 500)
      throw new Error(
        `${kind} answered ${answer.status}: ${answer.text
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .slice(0, 400)}`,
      );
    return answer.status === 303;
  } catch (error) {
    if (error instanceof Error && error.message.includes('answered')) throw error;
    return false;
  }
}

async function judge(
  folder: string,
  acknowledged: readonly Write[],
  ready: readonly number[],
  kills: number,
  ordeal: Ordeal,
): Promise<Finding[]> {
  return withOwner(folder, async (owner) => {
    const truth = await findings(owner, acknowledged);
    // The oracle must be able to see a loss: one acknowledged row and one search entry are taken away.
    await owner.query('begin');
    await owner.query(`set local session_replication_role = replica`);
    const victim = acknowledged.find(({ kind }) => kind === 'structure');
    const other = acknowledged.findLast(({ kind }) => kind === 'structure');
    await owner.query(`delete from organizations where name = $1`, [victim?.name]);
    await owner.query(`delete from search_entries where title = $1`, [other?.name]);
    const control = await findings(owner, acknowledged);
    await owner.query('rollback');
    return [
      {
        what: 'arrêts ; écritures acquittées',
        found: `${kills} ; ${acknowledged.length}`,
        expected: `graine ${ordeal.seed}`,
        passed: acknowledged.length > 0,
      },
      atMost('écritures acquittées perdues', truth.lost, 0),
      atMost('écritures en double', truth.twice, 0),
      atMost('écritures à moitié faites', truth.halves, 0),
      atMost('remise en service, médiane', percentile(ready, 0.5), 1, ' s'),
      atMost('remise en service, la plus longue', Math.max(...ready), 3, ' s'),
      atLeast('contrôle : une ligne ôtée, vue comme perdue', control.lost, 1),
      atLeast('contrôle : une entrée de recherche ôtée, vue comme moitié', control.halves, 1),
    ];
  });
}

async function findings(
  owner: pg.Client,
  acknowledged: readonly Write[],
): Promise<{ lost: number; twice: number; halves: number }> {
  const { rows: sheets } = await owner.query<{ name: string; mission: string; count: number }>(
    `select name, min(mission) as mission, count(*)::int as count from organizations where name like 'Épreuve %' group by name`,
  );
  const { rows: themes } = await owner.query<{ name: string; count: number }>(
    `select label as name, count(*)::int as count from themes where label like 'Épreuve %' group by label`,
  );
  const found = new Map([
    ...sheets.map((row) => [row.name, row.mission] as const),
    ...themes.map((row) => [row.name, null] as const),
  ]);
  const lost = acknowledged.filter(({ kind, name, checksum }) =>
    kind === 'structure' ? found.get(name) !== `Somme ${checksum}` : !found.has(name),
  ).length;
  // Every sheet has its address, its first version, its place, its search entry and its line in the audit trail, or does not exist.
  const { rows: halves } = await owner.query<{
    count: number;
  }>(`select count(*)::int as count from organizations o where o.name like 'Épreuve %' and not (
    exists (select from organization_slugs s where s.hub_id = o.hub_id and s.organization_id = o.id)
    and exists (select from organization_versions v where v.hub_id = o.hub_id and v.organization_id = o.id)
    and exists (select from organization_locations l where l.hub_id = o.hub_id and l.organization_id = o.id)
    and exists (select from search_entries e where e.hub_id = o.hub_id and e.subject_id = o.id)
    and exists (select from audit_entries a where a.hub_id = o.hub_id and a.subject_id = o.id))`);
  const twice = [...sheets, ...themes].filter(({ count }) => count > 1).length;
  return { lost, twice, halves: halves[0]?.count ?? 0 };
}

async function stopQuietly(site: StartedSite): Promise<void> {
  if (site.process.exitCode === null && site.process.signalCode === null) await site.stop();
}
