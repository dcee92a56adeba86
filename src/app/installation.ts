import pg from 'pg';
import { openDatabases, type Connection, type Databases } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { prepareQueue } from '#platform/jobs/queue.ts';
import type { Log } from '#platform/log/log.ts';
import type { Config } from '#platform/config/parse-config.ts';
import { connectionForRunning } from '#platform/postgres/connection-for-running.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';
import { migrationsFolder } from './project-folder.ts';

/** The database of an installation, reached and up to date. */
export interface Installation {
  /** Account that owns the tables: migrations, backups, restores. */
  owner: Connection;
  databases: Databases;
  /** Called when the embedded server is gone for good. */
  onDatabaseLost(tell: (error: unknown) => void): void;
  close(): Promise<void>;
}

export interface OpeningOptions {
  /** The name of the command, told to whoever comes second on the same data folder. */
  purpose: string;
  say: (line: string) => void;
  log: Log;
  /** The site holds the folder for itself; other commands work beside it. */
  isSite: boolean;
  /** A restore brings its own tables. */
  withoutMigrations?: boolean;
}

/** Reaches the database (starting the embedded one when it is ours) and brings its schema up to date. */
export async function openInstallation(config: Config, options: OpeningOptions): Promise<Installation> {
  const server = await reachServer(config, options);
  try {
    if (!options.withoutMigrations) await bringUpToDate(server.owner, options.say);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const databases = openDatabases(server.owner, {
    onError: (error) => options.log.warn({ error }, 'database connection lost'),
  });
  return {
    owner: server.owner,
    databases,
    onDatabaseLost: server.onLost,
    async close() {
      await databases.close();
      await server.stop();
    },
  };
}

/** Applies the missing migrations; the queue's own tables are looked at only when one was applied or they are absent. */
export async function bringUpToDate(owner: Connection, say: (line: string) => void): Promise<void> {
  const applied = await migrate(owner, migrationsFolder, say);
  if (applied.length > 0 || !(await hasQueue(owner))) await prepareQueue(owner);
}

interface ReachedServer {
  owner: Connection;
  onLost: (tell: (error: unknown) => void) => void;
  stop: () => Promise<void>;
}

async function reachServer(config: Config, options: OpeningOptions): Promise<ReachedServer> {
  if (config.database.kind === 'external') {
    return { owner: { connectionString: config.database.url }, onLost: () => {}, stop: async () => {} };
  }
  if (options.isSite) {
    const server = await startEmbeddedServer({ folder: config.dataFolder, purpose: 'serve', say: options.say });
    return { owner: server.connection, onLost: (tell) => server.onUnexpectedExit(tell), stop: () => server.stop() };
  }
  const running = await connectionForRunning({ folder: config.dataFolder, purpose: options.purpose, say: options.say });
  return { owner: running.connection, onLost: () => {}, stop: () => running.stop() };
}

async function hasQueue(owner: Connection): Promise<boolean> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('pgboss.queue') is not null and exists (select from pgboss.queue where name = 'quick') as found`,
    );
    return rows[0]?.found ?? false;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
