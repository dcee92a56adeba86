import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connectionForRunning } from '#platform/postgres/connection-for-running.ts';
import { descendantsOf } from '../bench/process-cost.ts';
import type { StartedSite } from '../../tests/support/started-site.ts';

/** Runs questions on the database of a data folder, as its owner, beside the site or alone. */
export async function withOwner<Value>(folder: string, work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const running = await connectionForRunning({ folder, purpose: 'ordeal' });
  const owner = new pg.Client(running.connection);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
    await running.stop();
  }
}

/** What a command of the built program said, and how it ended. */
export interface Said {
  code: number | null;
  text: string;
  seconds: number;
}

/** Runs a command of the built program on a data folder; `killAfter` kills it after so many milliseconds. */
export async function runProgram(
  args: readonly string[],
  environment: Record<string, string>,
  killAfter?: number,
): Promise<Said> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js', ...args], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  // The embedded server outlives a killed parent for a moment and holds the pipes: the exit alone counts.
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const code = await ended;
  clearTimeout(timer);
  return { code, text, seconds: (performance.now() - startedAt) / 1000 };
}

/** `kill -9` of the application, of its database server, or of both; returns once the application is gone. */
export async function killSite(site: StartedSite, whom: 'application' | 'database' | 'both'): Promise<void> {
  const pid = site.process.pid ?? 0;
  const below = descendantsOf(pid);
  const gone = new Promise((resolve) =>
    site.process.exitCode === null && site.process.signalCode === null
      ? site.process.once('exit', resolve)
      : resolve(null),
  );
  if (whom !== 'application') for (const child of below) tryKill(child);
  if (whom === 'database') {
    await sleep(300);
    return;
  }
  site.process.kill('SIGKILL');
  await gone;
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** A trace of a program's own files: never for the eyes of whoever hosts the site. */
export function hasTrace(text: string): boolean {
  return /\n\s+at .+:\d+:\d+\)?/.test(text);
}
