import { serve, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import type { Config } from '#platform/config/parse-config.ts';
import type { Log } from '#platform/log/log.ts';
import { composeSite } from './compose-site.ts';
import { openInstallation } from './installation.ts';

/** A site that answers. */
export interface RunningSite {
  port: number;
  stop(): Promise<void>;
}

export interface StartOptions {
  say: (line: string) => void;
  log: Log;
  /** Done once the database is ready and before the first visitor: demonstration content, first sign-in link. */
  beforeOpening?: (site: Awaited<ReturnType<typeof composeSite>>) => Promise<void>;
  /** The database is gone for good: the process must end. */
  onFatal: (error: unknown) => void;
}

/** Starts the site: database, web server, workers, according to the role set. */
export async function startSite(config: Config, options: StartOptions): Promise<RunningSite> {
  const installation = await openInstallation(config, {
    purpose: 'serve',
    say: options.say,
    log: options.log,
    isSite: true,
  });
  installation.onDatabaseLost(options.onFatal);
  let composed: Awaited<ReturnType<typeof composeSite>> | null = null;
  let server: ServerType | null = null;
  try {
    composed = await composeSite(config, installation, options.log);
    await options.beforeOpening?.(composed);
    if (config.role !== 'web') await composed.work();
    server = serve({
      fetch: composed.app.fetch,
      port: config.port,
      hostname: config.host,
      serverOptions: { requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 16_384 },
    });
    await listening(server);
  } catch (error) {
    await composed?.close();
    await installation.close();
    throw error;
  }
  const address = server.address();
  const opened = server;
  const site = composed;
  return {
    port: typeof address === 'object' && address ? address.port : config.port,
    async stop() {
      await closed(opened);
      await site.close();
      await installation.close();
    },
  };
}

async function listening(server: ServerType): Promise<void> {
  if (server.listening) return;
  // `once` rejects when the server emits an error instead: port taken, port forbidden.
  await once(server, 'listening');
}

/** Lets requests in progress end, then cuts what is left. */
async function closed(server: ServerType): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, 5_000);
  await done;
  clearTimeout(cut);
}
