import { spawn } from 'node:child_process';
import type { ServerAccount } from './server-account.ts';

export type ParentWatch = { stop(): void };

/**
 * Shuts the server down when this process dies without a word (kill -9, out of memory). A shell waits on a pipe that
 * only this process holds: the system closes it, the shell tells the server to stop. The next start would do it too;
 * this way it finds the work under way or done, and no server outlives Essaim for long.
 */
export function watchParentOf(serverPid: number, account: ServerAccount | null): ParentWatch {
  const watch = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$1"', 'essaim-veille', String(serverPid)], {
    cwd: '/',
    ...account,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell the next start is the one to stop the server; and a broken pipe means that the watch is over.
  watch.on('error', () => undefined);
  watch.stdin?.on('error', () => undefined);
  watch.unref();
  return {
    stop: () => {
      watch.kill('SIGKILL');
    },
  };
}
