import pg from 'pg';
import type { Connection } from './database.ts';

/** What the other processes (and this one) announce. */
export interface Listener {
  on(channel: string, heard: (payload: string) => void): void;
  close(): Promise<void>;
}

const retryDelay = 1_000;

/**
 * Listens on one dedicated connection and connects again by itself when it is cut. `onGap` runs after each
 * reconnection: what was announced meanwhile is lost, so caches must be emptied.
 */
export async function listen(
  connection: Connection,
  channels: readonly string[],
  onGap: () => void,
): Promise<Listener> {
  const ears = new Map<string, ((payload: string) => void)[]>();
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client({ ...connection, application_name: 'essaim listen', keepAlive: true });
    next.on('notification', (message) => {
      for (const heard of ears.get(message.channel) ?? []) heard(message.payload ?? '');
    });
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    client = next;
    await next.connect();
    for (const channel of channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  function lost(which: pg.Client): void {
    if (closed || client !== which) return;
    client = null;
    timer = setTimeout(() => void reopen(), retryDelay);
  }

  async function reopen(): Promise<void> {
    try {
      await open();
      onGap();
    } catch {
      client = null;
      if (!closed) timer = setTimeout(() => void reopen(), retryDelay);
    }
  }

  await open();
  return {
    on(channel, heard) {
      ears.set(channel, [...(ears.get(channel) ?? []), heard]);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
