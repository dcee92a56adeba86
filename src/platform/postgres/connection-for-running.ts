import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUseError } from '#platform/lock/folder-lock.ts';
import type { Connection } from './connection.ts';
import { embeddedConnection, startEmbeddedServer, type EmbeddedServerOptions } from './embedded-server.ts';
import { connectionFailure } from './server-process.ts';

/** `isShared` tells that another process runs the server; `stop` then leaves it alone. */
export type RunningConnection = { connection: Connection; isShared: boolean; stop(): Promise<void> };

const patience = 30_000;

/**
 * The embedded database of a data folder for a command that comes beside the site: through the server of the running
 * site when there is one, else through a server of its own for the time of the command. Throws `FolderInUseError` when
 * another command has the folder.
 */
export async function connectionForRunning(
  options: EmbeddedServerOptions & { purpose: string },
): Promise<RunningConnection> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      const server = await startEmbeddedServer(options);
      return { connection: server.connection, isShared: false, stop: async () => server.stop() };
    } catch (error) {
      if (!(error instanceof FolderInUseError) || performance.now() > deadline) {
        throw error;
      }
      // The site runs, starts or stops, or has taken the folder and not yet said who it is.
      const isSite = error.holder === null || error.holder.purpose === 'serve';
      if (!isSite) {
        throw error;
      }
      const connection = await answeringConnection(options.folder);
      if (connection !== null) {
        return { connection, isShared: true, stop: async () => undefined };
      }
      await sleep(100);
    }
  }
}

async function answeringConnection(folder: string): Promise<Connection | null> {
  const connection = await embeddedConnection(folder).catch(() => null);
  return connection !== null && (await connectionFailure(connection)) === null ? connection : null;
}
