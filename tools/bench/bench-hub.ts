import pg from 'pg';
import { connectionForRunning } from '#platform/postgres/connection-for-running.ts';
import { openDatabases, inTransaction, type Databases } from '#platform/db/database.ts';
import { systemClock, type CommandContext, type Context } from '#platform/context/context.ts';
import { createLog } from '#platform/log/log.ts';
import { newId } from '#platform/ids/ids.ts';
import { announceDirectoryChange } from '#modules/directory/reactions.ts';
import { insertOrganizations } from '#modules/directory/commands/saving/insert-organizations.ts';
import { fictionalStructures } from './fictional-structures.ts';
import { seeded } from './seeded.ts';

/** The first hub of a running site, reached beside it through its database. */
export interface BenchHub {
  ctx: Context;
  databases: Databases;
  owner: pg.Pool;
  /** Adds published structures until the hub has about this many; gives how many rows a second. */
  fillTo(count: number): Promise<number>;
  close(): Promise<void>;
}

const seed = 20_260_401;
const inOneGo = 1_000;

export async function openBenchHub(folder: string): Promise<BenchHub> {
  const { connection, stop } = await connectionForRunning({ folder, purpose: 'bench' });
  const databases = openDatabases(connection, { maximum: 2 });
  const owner = new pg.Pool({ ...connection, max: 2 });
  const { rows } = await owner.query<{ id: string }>(
    'select id from hubs where closed_at is null order by is_demo, created_at limit 1',
  );
  const hubId = rows[0]?.id ?? '';
  const ctx: Context = {
    hubId,
    actor: { personId: newId(), accountId: newId(), name: 'Banc d’essai', roles: new Set(['employee']) },
    db: databases.forHub(hubId),
    clock: systemClock,
    zone: 'Europe/Paris',
    newId,
    requestId: 'bench',
    log: createLog('silent'),
    react: async () => {},
    hear: () => {},
    enqueueIn: () => async () => {},
  };
  const { rows: themes } = await ctx.db.$client.query('select id from themes order by id');
  const next = fictionalStructures(
    seeded(seed),
    (themes as { id: string }[]).map(({ id }) => id),
  );

  return {
    ctx,
    databases,
    owner,
    async fillTo(count) {
      const { rows: counted } = await ctx.db.$client.query('select count(*)::int as count from organizations');
      const missing = count - (counted[0] as { count: number }).count;
      const startedAt = performance.now();
      for (let added = 0; added < missing; added += inOneGo) {
        const sheets = Array.from({ length: Math.min(inOneGo, missing - added) }, () => ({
          id: newId(),
          profile: next(),
          status: 'published' as const,
        }));
        await inWork(ctx, (work) =>
          insertOrganizations(work, sheets, { act: 'added', from: { source: 'banc d’essai', confirmedBy: null } }).then(
            () => undefined,
          ),
        );
      }
      await inWork(ctx, async (work) => {
        await announceDirectoryChange(work, '*');
        await work.announce('essaim_site', hubId);
      });
      // What autovacuum does within minutes, so that figures do not depend on when it passes.
      await owner.query('vacuum analyze');
      return missing > 0 ? (missing * 1000) / (performance.now() - startedAt) : 0;
    },
    async close() {
      await databases.close();
      await owner.end();
      await stop();
    },
  };
}

async function inWork(ctx: Context, act: (work: CommandContext) => Promise<void>): Promise<void> {
  await inTransaction(ctx.db, (tx) =>
    act({
      ...ctx,
      db: tx,
      now: () => ctx.clock.now(),
      publish: () => {},
      enqueue: async () => {},
      record: () => {},
      announce: async (channel: string, payload: string) =>
        void (await tx.$client.query('select pg_notify($1, $2)', [channel, payload])),
    } as CommandContext),
  );
}
