import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { databaseName, type Connection } from './connection.ts';
import { watchParentOf } from './parent-watch.ts';
import type { ServerAccount } from './server-account.ts';
import { explainServerFailure } from './server-failure.ts';
import { folderSeenByServer } from './server-folder.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import { serverArguments } from './server-settings.ts';

export type ServerLaunch = {
  program: string;
  dataFolder: string;
  clusterFolder: string;
  account: ServerAccount | null;
  connection: Connection;
  settings: Record<string, string>;
  /** A pid in the cluster's lock file that is known to belong to an unrelated process. */
  ignoredPid: number | null;
  say: (line: string) => void;
};

/** One run of the `postgres` program. `exited` is fulfilled when it ends, whatever the reason. */
export type ServerProcess = { pid: number; exited: Promise<void>; isRunning(): boolean; stop(): Promise<void> };

/** Starts `postgres` and waits until it answers. Throws a `HostError` when it ends before. */
export async function launchServer(launch: ServerLaunch): Promise<ServerProcess> {
  const log = await openServerLog(launch.dataFolder);
  const child = spawnServer(launch, log);
  try {
    await once(child, 'spawn');
  } catch (error) {
    await log.close();
    throw explainServerFailure('PostgreSQL n’a pas pu démarrer.', String(error));
  }
  const server = serverProcess(child, child.pid ?? 0);
  const watch = watchParentOf(server.pid, launch.account);
  void server.exited.then(() => watch.stop());
  try {
    await waitUntilReady(server, launch, log);
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await log.close();
  }
  return server;
}

function serverProcess(child: ChildProcess, pid: number): ServerProcess {
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return { pid, exited, isRunning, stop: async () => stopServer(child, exited, isRunning) };
}

function spawnServer(launch: ServerLaunch, log: ServerLog): ChildProcess {
  const { program, clusterFolder, account, settings, ignoredPid } = launch;
  return spawn(program, serverArguments(folderSeenByServer(clusterFolder, account), settings), {
    cwd: clusterFolder,
    ...account,
    // Its own session: Ctrl-C in the terminal must let Essaim finish its requests before the database goes.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: {
      TZ: 'UTC',
      LC_ALL: 'C',
      // PostgreSQL takes a lock file that names this pid for stale. `pg_ctl` uses it for the shell that called it; the
      // check on shared memory, which guards against two servers, stays in force.
      ...(ignoredPid === null ? {} : { PG_GRANDPARENT_PID: String(ignoredPid) }),
    },
  });
}

async function waitUntilReady(server: ServerProcess, launch: ServerLaunch, log: ServerLog): Promise<void> {
  let nextWord = performance.now() + 5000;
  let pause = 10;
  while (server.isRunning()) {
    if (await isReady(launch.connection)) {
      return;
    }
    if (performance.now() > nextWord) {
      launch.say('La base de données se remet d’un arrêt brutal, encore un instant…');
      nextWord += 10_000;
    }
    // Each try leaves a line in the server's log, and recovery may take minutes.
    await sleep(pause);
    pause = Math.min(pause * 1.2, 250);
  }
  throw explainServerFailure('La base de données n’a pas démarré.', await log.tail());
}

const notYet = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03']);
const missingDatabase = '3D000';

async function isReady(connection: Connection): Promise<boolean> {
  const failure = await connectionFailure(connection);
  if (failure === null) {
    return true;
  }
  if (failure === missingDatabase) {
    await createDatabase(connection);
    return true;
  }
  return false;
}

/** `null` when the server answers, else the code of a failure that time may cure; anything else throws. */
export async function connectionFailure(connection: Connection): Promise<string | null> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (notYet.has(code) || code === missingDatabase) {
      return code;
    }
    // The server ended in the middle of the greeting.
    if (error instanceof Error && error.message === 'Connection terminated unexpectedly') {
      return 'ECONNRESET';
    }
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(connection: Connection): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(databaseName)}`);
  } finally {
    await client.end();
  }
}

/** Fast shutdown, then immediate (the next start replays the log), then the hard way. */
async function stopServer(child: ChildProcess, exited: Promise<void>, isRunning: () => boolean): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isRunning()) {
      return;
    }
    child.kill(signal);
    const patience = new AbortController();
    await Promise.race([exited, sleep(10_000, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
  }
}
