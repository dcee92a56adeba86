import { resolve } from 'node:path';
import { lockFolder } from '#platform/lock/folder-lock.ts';
import { databaseName, ownerRole, socketPort, type Connection } from './connection.ts';
import { createCluster } from './create-cluster.ts';
import { stopLeftoverServer } from './leftover-server.ts';
import { serverAccount } from './server-account.ts';
import {
  checkCluster,
  clusterFolderIn,
  hasCluster,
  prepareDataFolder,
  readPassword,
  removeDrafts,
} from './server-folder.ts';
import { launchServer, type ServerLaunch } from './server-process.ts';
import { serverPrograms } from './server-programs.ts';
import { socketFolder } from './socket-folder.ts';
import { superviseServer } from './supervise-server.ts';

export type EmbeddedServerOptions = {
  /** The data folder; made when absent. The cluster lies in `postgres/` below it. */
  folder: string;
  /** What this process does with the folder, told to whoever comes second: the name of the command. */
  purpose?: string;
  /** Takes short French lines for the person who waits. */
  say?: (line: string) => void;
  /** PostgreSQL settings that replace ours, for tests (`fsync: 'off'`). */
  settings?: Record<string, string>;
};

export type EmbeddedServer = {
  connection: Connection;
  pid: number;
  /** Fast shutdown; open connections are cut. May be called several times. */
  stop(): Promise<void>;
  /** Called once when the server ended without `stop()` and could not be started again. */
  onUnexpectedExit(tell: (error: unknown) => void): void;
};

/**
 * Takes the data folder for this process and runs PostgreSQL in it, on a Unix socket. Throws `FolderInUseError` when
 * another process has the folder, `HostError` when the machine does not allow the start. A server that dies later is
 * started again at the same address.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { purpose = 'serve' } = options;
  const folder = resolve(options.folder);
  await prepareDataFolder(folder);
  const lock = lockFolder(folder, purpose);
  try {
    const launch = await prepareLaunch({ ...options, folder });
    const supervision = superviseServer(await launchServer(launch), launch);
    return {
      connection: launch.connection,
      get pid() {
        return supervision.pid;
      },
      onUnexpectedExit: (tell) => supervision.onGivenUp(tell),
      async stop() {
        await supervision.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepareLaunch({
  folder,
  say = () => undefined,
  settings = {},
}: EmbeddedServerOptions): Promise<ServerLaunch> {
  const clusterFolder = clusterFolderIn(folder);
  const account = await serverAccount(clusterFolder);
  const programs = await serverPrograms({ dataFolder: folder, account });
  if (!(await hasCluster(clusterFolder))) {
    say('Création de la base de données…');
    await removeDrafts(clusterFolder);
    await createCluster({ clusterFolder, programs, account });
  }
  await checkCluster(clusterFolder);
  const leftovers = await stopLeftoverServer(clusterFolder);
  if (leftovers.stopped) {
    say('Reprise de la base de données après un arrêt brutal…');
  }
  return {
    program: programs.postgres,
    dataFolder: folder,
    clusterFolder,
    account,
    connection: await embeddedConnection(folder),
    settings,
    ignoredPid: leftovers.ignoredPid,
    say,
  };
}

/** The address of the embedded server of a data folder, whichever process runs it. */
export async function embeddedConnection(folder: string): Promise<Connection> {
  const clusterFolder = clusterFolderIn(resolve(folder));
  return {
    host: await socketFolder(clusterFolder),
    port: socketPort,
    user: ownerRole,
    password: await readPassword(clusterFolder),
    database: databaseName,
  };
}
