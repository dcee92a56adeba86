import type { PoolClient, QueryConfig, QueryResult } from 'pg';

/**
 * The connection of a transaction, for reads that several parts of an act start at once: each statement is sent when
 * the one before was answered. The driver warns of sending earlier, and its next version refuses it.
 */
export function oneAtATime(client: PoolClient): PoolClient {
  let last: Promise<unknown> = Promise.resolve();
  function query(config: QueryConfig | string, values?: unknown[]): Promise<QueryResult> {
    const send = () => client.query(config as QueryConfig, values);
    const answer = last.then(send, send);
    last = answer;
    return answer;
  }
  return Object.assign(Object.create(client) as PoolClient, { query });
}
