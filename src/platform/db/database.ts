import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { HubPool, connectionLost } from './hub-pool.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** A Drizzle handle whose statements see one hub only. */
export type Database = NodePgDatabase & { $client: HubPool };

/** A Drizzle handle inside a transaction of one hub. */
export type Transaction = NodePgDatabase & { $client: pg.PoolClient };

/** Reads work on both. */
export type Reader = Database | Transaction;

/** How to reach PostgreSQL: a URL, or a socket folder with its account. */
export type Connection =
  | { connectionString: string }
  | { host: string; user: string; password: string; database: string; port?: number };

/** Role of the application: subject to row-level security, never owner of a table. */
export const applicationRole = 'essaim_app';

/** The connections of one process. */
export interface Databases {
  /** The handle of one hub. The same object for each call, so prepared statements can be kept beside it. */
  forHub(hubId: string): Database;
  /** Sees only the tables that belong to the installation as a whole (the list of hubs and their domains). */
  readonly installation: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens the application's pool. Statements run as `essaim_app`, so row-level security applies to all of them. Ours are
 * short: compiling one (JIT) costs more than it saves.
 */
export function openDatabases(
  connection: Connection,
  options: { maximum?: number; onError?: (error: Error) => void } = {},
): Databases {
  const pool = new pg.Pool({
    ...connection,
    max: options.maximum ?? 12,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'essaim',
    options: `-c role=${applicationRole} -c timezone=UTC -c jit=off -c statement_timeout=20000 -c idle_in_transaction_session_timeout=30000`,
  });
  // Without a listener an idle connection cut by the server would end the process.
  pool.on('error', (error) => options.onError?.(error));
  // The pool listens to idle connections only: one cut between two statements of a transaction would end the process.
  // Whoever holds it learns of it at the next statement.
  pool.on('connect', (client) => void client.on('error', (error) => options.onError?.(error)));
  const handles = new Map<string, Database>();
  const handleFor = (hubId: string | null): Database => drizzle({ client: new HubPool(pool, hubId) as never }) as never;
  return {
    forHub(hubId) {
      let handle = handles.get(hubId);
      if (!handle) handles.set(hubId, (handle = handleFor(hubId)));
      return handle;
    },
    installation: handleFor(null),
    pool,
    close: () => pool.end(),
  };
}

/**
 * The same hub, whose commits do not wait for the disk: a crash may lose the last ones, never a part of one. For what
 * is written by hundreds of acts and can be begun again; the next usual commit puts all of it on the disk.
 */
export function withoutWaitingForDisk({ $client: { pool, hubId } }: Database): Database {
  const begin = 'begin; set local synchronous_commit to off';
  return drizzle({ client: new HubPool(pool, hubId, begin) as never }) as never;
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<Value>(db: Database, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const client = await db.$client.connect();
  let failure: Error | undefined;
  try {
    await client.query(db.$client.begin);
    const value = await work(drizzle({ client: oneAtATime(client) }));
    await client.query('commit');
    return value;
  } catch (error) {
    if (connectionLost(error) && !(await rolledBack(client))) failure = error as Error;
    else if (!connectionLost(error)) await rolledBack(client);
    throw error;
  } finally {
    client.release(failure);
  }
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}
