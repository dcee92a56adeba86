import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

const servedHub = new WeakMap<PoolClient, string>();
const noHub = '';

/**
 * A view of the connection pool for one hub. Each connection it hands out is already set to that hub, so that
 * row-level security answers for it; the extra statement is sent only when the connection last served another hub.
 * Drizzle recognises a pool by the word in the class name.
 */
export class HubPool {
  readonly pool: Pool;
  readonly hubId: string | null;
  /** What opens a transaction. */
  readonly begin: string;

  constructor(pool: Pool, hubId: string | null, begin = 'begin') {
    this.pool = pool;
    this.hubId = hubId;
    this.begin = begin;
  }

  async connect(): Promise<PoolClient> {
    const client = await this.pool.connect();
    const wanted = this.hubId ?? noHub;
    if ((servedHub.get(client) ?? noHub) === wanted) return client;
    try {
      await client.query(`select set_config('essaim.hub', $1, false)`, [wanted]);
      servedHub.set(client, wanted);
      return client;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }

  async query(config: QueryConfig | string, values?: unknown[]): Promise<QueryResult> {
    const client = await this.connect();
    let failure: Error | undefined;
    try {
      return await client.query(config as QueryConfig, values);
    } catch (error) {
      failure = connectionLost(error) ? (error as Error) : undefined;
      throw error;
    } finally {
      client.release(failure);
    }
  }
}

/** True when the connection itself is gone (not just the statement refused), so it must not return to the pool. */
export function connectionLost(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  // 57P01..03: the server is going away; 08xxx: connection exceptions; no SQLSTATE: the socket failed.
  return typeof code !== 'string' || code.length !== 5 || code.startsWith('08') || code.startsWith('57P');
}
