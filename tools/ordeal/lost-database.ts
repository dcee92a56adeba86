import { execFile, execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { enterByLink, formKey, openClient, type Client } from './client.ts';
import { atLeast, atMost, leftOut, type Finding, type Scenario } from './scenario.ts';

const clusterName = 'essaim-ordeal';
const clients = 16;

/** B-6: an external PostgreSQL restarts, drops every connection or freezes under sixteen people; all comes back by itself. */
export const lostDatabase: Scenario = {
  name: 'lost-database',
  code: 'B-6',
  title: 'PostgreSQL externe qui redémarre, coupe ou se fige',
  async run(ordeal) {
    const cluster = makeCluster();
    if (!cluster) return [leftOut('il faut root et le PostgreSQL de Debian (pg_createcluster)')];
    const folder = await mkdtemp(join(tmpdir(), 'essaim-ordeal-'));
    const owner = { host: '127.0.0.1', port: cluster.port, user: 'essaim', password: 'essaim', database: 'essaim' };
    const site = await startSiteProcess({
      folder,
      environment: { DATABASE_URL: `postgres://essaim:essaim@127.0.0.1:${cluster.port}/essaim` },
    });
    try {
      const staff = openClient(site.origin);
      await enterByLink(staff, site.signInPath);
      const acknowledged: string[] = [];
      const traffic = startTraffic(staff, acknowledged);
      const findings: Finding[] = [];
      const rounds = ordeal.times(10, 1);
      let everyFailure = 0;
      const faults: [string, number, () => Promise<void>][] = [
        [
          'redémarrage',
          rounds,
          async () =>
            void (await promisify(execFile)('pg_ctlcluster', [cluster.version, clusterName, 'restart', '-m', 'fast'])),
        ],
        ['coupure de toutes les connexions', rounds, async () => terminateAll(owner)],
        ['gel de 10 s', ordeal.times(10, 1), async () => freeze(cluster.pids(), 10_000)],
      ];
      for (const [what, times, strike] of faults) {
        const back: number[] = [];
        let failed = 0;
        for (let round = 0; round < times; round++) {
          await sleep(600);
          traffic.count.failed = 0;
          await strike();
          const startedAt = performance.now();
          let quietSince = performance.now();
          let seen = traffic.count.failed;
          // Back when no request fails for two seconds.
          while (
            performance.now() - quietSince < 2_000 &&
            performance.now() - startedAt < 40_000 &&
            site.process.exitCode === null
          ) {
            await sleep(50);
            if (traffic.count.failed !== seen) {
              seen = traffic.count.failed;
              quietSince = performance.now();
            }
          }
          back.push(Math.max(0, (quietSince - startedAt) / 1000));
          failed += traffic.count.failed;
        }
        everyFailure += failed;
        ordeal.say(`  ${what} : ${failed} requêtes manquées en ${times} fois`);
        findings.push(
          atMost(`${what} × ${times} : dernier échec après le retour, au pire`, Math.max(...back), 5, ' s'),
        );
      }
      await traffic.stop();
      findings.push(atLeast('contrôle : des requêtes ont bien manqué', everyFailure, 1));
      const client = new pg.Client(owner);
      await client.connect();
      const { rows } = await client.query<{ connections: number }>(
        `select count(*)::int as connections from pg_stat_activity where application_name like 'essaim%' and pid <> pg_backend_pid()`,
      );
      const { rows: kept } = await client.query<{ name: string }>(
        'select name from organizations where name = any ($1)',
        [acknowledged],
      );
      await client.end();
      findings.push(
        {
          what: 'requêtes servies ; écritures acquittées',
          found: `${traffic.count.served} ; ${acknowledged.length}`,
          expected: '> 0',
          passed: traffic.count.served > 0 && acknowledged.length > 0,
        },
        atMost('écritures acquittées perdues', acknowledged.length - new Set(kept.map(({ name }) => name)).size, 0),
        atMost('connexions ouvertes à la fin', rows[0]?.connections ?? 0, 20),
        {
          what: 'le site est resté debout',
          found: site.process.exitCode === null ? 'oui' : `code ${site.process.exitCode}`,
          expected: 'oui',
          passed: site.process.exitCode === null && !/unhandled/i.test(site.printed()),
        },
      );
      return findings;
    } finally {
      await site.stop();
      cluster.drop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function startTraffic(staff: Client, acknowledged: string[]) {
  const count = { served: 0, failed: 0 };
  let isOver = false;
  const work = Array.from({ length: clients }, async (_, index) => {
    for (let turn = 0; !isOver; turn++) {
      const isWrite = index < 3;
      const name = `Retour ${index}-${turn}`;
      const answer = await (
        isWrite
          ? staff.post('/gestion/annuaire/nouvelle', { _cle: formKey(), name, isAnother: 'oui' })
          : staff.get(`/annuaire?page=${1 + (turn % 2)}`)
      ).catch(() => null);
      if (answer && answer.status < 500) count.served += 1;
      else count.failed += 1;
      if (isWrite && answer?.status === 303) acknowledged.push(name);
      await sleep(isWrite ? 60 : 30);
    }
  });
  return {
    count,
    async stop() {
      isOver = true;
      await Promise.all(work);
    },
  };
}

async function terminateAll(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

async function freeze(pids: readonly number[], milliseconds: number): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await sleep(milliseconds);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGCONT');
    } catch {
      // A backend that ended meanwhile.
    }
  }
}

interface Cluster {
  version: string;
  port: number;
  pids(): number[];
  drop(): void;
}

function makeCluster(): Cluster | null {
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  let version: string | undefined;
  try {
    version = readdirSync('/usr/lib/postgresql').sort().at(-1);
  } catch {
    return null;
  }
  if (!version || process.getuid?.() !== 0) return null;
  try {
    run('pg_dropcluster', '--stop', version, clusterName);
  } catch {
    // None was left by an earlier run.
  }
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  try {
    run('pg_createcluster', version, clusterName, '-p', String(port), '--start');
    const sql = (text: string, database = 'postgres'): string =>
      run('runuser', '-u', 'postgres', '--', 'psql', '-q', '-p', String(port), '-d', database, '-c', text);
    sql(`create role essaim login createrole password 'essaim'`);
    sql('create database essaim owner essaim');
    for (const extension of ['unaccent', 'pg_trgm', 'btree_gin'])
      sql(`create extension if not exists ${extension}`, 'essaim');
  } catch {
    return null;
  }
  const cluster = version;
  return {
    version: cluster,
    port,
    pids() {
      const main = Number(run('cat', `/var/lib/postgresql/${cluster}/${clusterName}/postmaster.pid`).split('\n')[0]);
      const children = run('pgrep', '-P', String(main)).split('\n').filter(Boolean).map(Number);
      return [main, ...children];
    },
    drop: () => void run('pg_dropcluster', '--stop', cluster, clusterName),
  };
}
