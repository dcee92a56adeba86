import { PgBoss, getConstructionPlans, type Db as BossDatabase, type JobWithMetadata } from 'pg-boss';
import pg from 'pg';
import type { z } from 'zod';
import { applicationRole, type Connection, type Databases, type Transaction } from '../db/database.ts';
import type { Ports } from '../context/ports.ts';
import type { Log } from '../log/log.ts';
import type { Enqueue, Job, JobContext } from './job.ts';

const lanes = ['quick', 'long'] as const;
type Lane = (typeof lanes)[number];

interface Envelope {
  hubId: string;
  job: string;
  payload: unknown;
}

/** Something to do again and again, in each hub. */
export interface Schedule {
  /** Cron expression, read in the zone given. */
  cron: string;
  zone: string;
  job: Job<z.ZodType, Ports>;
}

/** The queue of one process. */
export interface JobQueue {
  enqueueIn(tx: Transaction): Enqueue;
  /** Starts to take jobs; without it the process only puts some in. */
  work(options: WorkOptions): Promise<void>;
  /** Takes what is waiting at once instead of at the next poll. */
  wake(): void;
  stop(): Promise<void>;
}

export interface WorkOptions {
  jobs: readonly Job<z.ZodType, Ports>[];
  schedules: readonly Schedule[];
  contextFor: (
    hubId: string,
    requestId: string,
  ) => Promise<Omit<JobContext<Ports>, 'attempt' | 'isLastAttempt' | 'signal'> | null>;
  openHubs: () => Promise<string[]>;
}

const scheduleQueue = 'schedule';
const lease: Record<Lane, number> = { quick: 120, long: 3600 };

/** Creates or updates the queue's own tables under the owner's account. */
export async function prepareQueue(owner: Connection): Promise<void> {
  const client = new pg.Client({ ...owner, application_name: 'essaim queue' });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: string | null }>(`select to_regclass('pgboss.version') as found`);
    const db: BossDatabase = { executeSql: (text, values) => client.query(text, values as unknown[]) };
    if (!rows[0]?.found) await client.query(getConstructionPlans('pgboss'));
    const boss = new PgBoss({ db, supervise: false, schedule: false, migrate: true });
    await boss.start();
    for (const lane of lanes)
      await boss.createQueue(lane, { retryBackoff: true, retryLimit: 5, expireInSeconds: lease[lane] });
    await boss.createQueue(scheduleQueue, { retryLimit: 2, expireInSeconds: 120 });
    await boss.stop({ graceful: false });
    await client.query(`grant usage on schema pgboss to ${applicationRole};
      grant select, insert, update, delete on all tables in schema pgboss to ${applicationRole};
      grant execute on all functions in schema pgboss to ${applicationRole}`);
  } finally {
    await client.end();
  }
}

/** Opens the queue on the application's pool. */
export async function openQueue(databases: Databases, log: Log): Promise<JobQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => databases.pool.query(text, values as unknown[]) },
    migrate: false,
    createSchema: false,
    supervise: true,
    schedule: true,
    cronWorkerIntervalSeconds: 5,
    reindex: false,
  });
  boss.on('error', (error) => log.warn({ error }, 'job queue'));
  await boss.start();
  const workers: string[] = [];
  const stopping = new AbortController();

  return {
    enqueueIn(tx) {
      const db: BossDatabase = { executeSql: (text, values) => tx.$client.query(text, values as unknown[]) };
      return async (definition, payload, options = {}) => {
        const { rows } = await tx.$client.query<{ hub: string }>('select essaim_hub() as hub');
        const envelope: Envelope = {
          hubId: rows[0]?.hub ?? '',
          job: definition.name,
          payload: definition.payload.parse(payload),
        };
        await boss.send(definition.lane, envelope, {
          db,
          retryLimit: definition.retries,
          ...(options.startAfter ? { startAfter: new Date(options.startAfter.epochMilliseconds) } : {}),
          ...(options.singletonKey
            ? { singletonKey: `${envelope.hubId}:${definition.name}:${options.singletonKey}` }
            : {}),
        });
        await tx.$client.query(`select pg_notify('essaim_jobs', '')`);
      };
    },
    async work(options) {
      const byName = new Map(options.jobs.map((definition) => [definition.name, definition]));
      for (const lane of lanes) {
        let worker = '';
        const take = async (taken: JobWithMetadata<Envelope>[]): Promise<void> => {
          for (const one of taken) await runOne(one, byName, options, stopping.signal, log);
          // What is long follows at once; letters, in the other lane, keep a pace that mail servers bear.
          if (lane === 'long') boss.notifyWorker(worker);
        };
        worker = await boss.work(
          lane,
          {
            includeMetadata: true,
            batchSize: 1,
            // Letters that a crowd waits for leave one a look: the quick lane looks twice as often.
            pollingIntervalSeconds: lane === 'quick' ? 1 : 2,
            localConcurrency: lane === 'quick' ? 3 : 1,
          },
          take,
        );
        workers.push(worker);
      }
      await planSchedules(boss, options);
    },
    wake() {
      for (const worker of workers) boss.notifyWorker(worker);
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}

async function runOne(
  taken: JobWithMetadata<Envelope>,
  byName: ReadonlyMap<string, Job<z.ZodType, Ports>>,
  options: WorkOptions,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  const { hubId, job: name, payload } = taken.data;
  const definition = byName.get(name);
  if (!definition) {
    log.error({ job: name }, 'unknown job');
    throw new Error(`unknown job ${name}`);
  }
  const base = await options.contextFor(hubId, taken.id);
  // The hub was closed or removed since: nothing is owed any more.
  if (!base) return;
  const startedAt = performance.now();
  const attempt = taken.retryCount + 1;
  try {
    await definition.run(
      { ...base, attempt, isLastAttempt: taken.retryCount >= taken.retryLimit, signal },
      definition.payload.parse(payload),
    );
    log.info(
      { job: name, hub: hubId, id: taken.id, attempt, ms: Math.round(performance.now() - startedAt) },
      'job done',
    );
  } catch (error) {
    log.warn({ job: name, hub: hubId, id: taken.id, attempt, error }, 'job failed');
    throw error;
  }
}

/** One cron line for each schedule; when it rings, a job is sent for each open hub. */
async function planSchedules(boss: PgBoss, options: WorkOptions): Promise<void> {
  const wanted = new Map(options.schedules.map((schedule) => [schedule.job.name.replaceAll('.', '-'), schedule]));
  for (const known of await boss.getSchedules(scheduleQueue)) {
    if (!wanted.has(known.key)) await boss.unschedule(scheduleQueue, known.key);
  }
  for (const [key, schedule] of wanted) {
    await boss.schedule(scheduleQueue, schedule.cron, { key }, { tz: schedule.zone, key });
  }
  await boss.work<{ key: string }>(scheduleQueue, { pollingIntervalSeconds: 10 }, async (rung) => {
    for (const one of rung) {
      const schedule = wanted.get(one.data.key);
      if (!schedule) continue;
      for (const hubId of await options.openHubs()) {
        const envelope: Envelope = { hubId, job: schedule.job.name, payload: {} };
        await boss.send(schedule.job.lane, envelope, {
          retryLimit: schedule.job.retries,
          singletonKey: `${hubId}:${one.id}`,
        });
      }
    }
  });
}
