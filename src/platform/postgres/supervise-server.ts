import { stopLeftoverServer } from './leftover-server.ts';
import { launchServer, type ServerLaunch, type ServerProcess } from './server-process.ts';

export type Supervision = {
  readonly pid: number;
  stop(): Promise<void>;
  onGivenUp(tell: (error: unknown) => void): void;
};

/** A server killed by hand or for want of memory comes back, unless it falls again and again. */
const restartsPerMinute = 3;

/** Starts the server again at the same address whenever it ends by itself, so that pools find it again. */
export function superviseServer(first: ServerProcess, launch: ServerLaunch): Supervision {
  const state = { server: first, isStopping: false, restarts: [] as number[] };
  const givenUp = Promise.withResolvers<unknown>();

  const keepRunning = async (): Promise<void> => {
    for (;;) {
      await state.server.exited;
      if (state.isStopping) {
        return;
      }
      countRestart(state.restarts);
      const { ignoredPid } = await stopLeftoverServer(launch.clusterFolder);
      state.server = await launchServer({ ...launch, ignoredPid });
      if (state.isStopping) {
        await state.server.stop();
      }
    }
  };
  const supervision = keepRunning().catch((error: unknown) => {
    if (!state.isStopping) {
      givenUp.resolve(error);
    }
  });

  return {
    get pid() {
      return state.server.pid;
    },
    async stop() {
      state.isStopping = true;
      await state.server.stop();
      await supervision;
    },
    onGivenUp(tell) {
      void givenUp.promise.then(tell);
    },
  };
}

function countRestart(restarts: number[]): void {
  const now = performance.now();
  restarts.push(now);
  if (restarts.filter((moment) => now - moment < 60_000).length > restartsPerMinute) {
    throw new Error('The embedded PostgreSQL server keeps ending');
  }
}
