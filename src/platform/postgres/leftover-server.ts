import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `ignoredPid`: the pid in the cluster's lock file when what lives under it is no server: another process, a zombie. */
export type Leftovers = { stopped: boolean; ignoredPid: number | null };

/**
 * Stops what a previous run that was killed has left alive on the cluster. Call it with the folder's lock in hand: only
 * then is a server found there an orphan.
 */
export async function stopLeftoverServer(clusterFolder: string): Promise<Leftovers> {
  const pid = await readPostmasterPid(clusterFolder);
  if (pid === null) {
    return { stopped: false, ignoredPid: null };
  }
  const isServer = await isServerOf(clusterFolder, pid);
  if (isServer) {
    await stopProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL']);
  }
  // A killed postmaster leaves its children alone for a moment; two servers must never write the same files.
  const children = await findServerProcesses(clusterFolder);
  await Promise.all(children.map(async (child) => stopProcess(child, ['SIGQUIT', 'SIGKILL'])));
  // A server that would not die is not to be ignored; a zombie of it is.
  const isTaken = isAlive(pid) && !(await isServerOf(clusterFolder, pid));
  return { stopped: isServer || children.length > 0, ignoredPid: isTaken ? pid : null };
}

async function readPostmasterPid(clusterFolder: string): Promise<number | null> {
  const file = await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(file, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Fast shutdown first, then harder: each signal gets five seconds. */
async function stopProcess(pid: number, signals: NodeJS.Signals[]): Promise<void> {
  for (const signal of signals) {
    sendSignal(pid, signal);
    const deadline = performance.now() + 5000;
    while (performance.now() < deadline) {
      if (await isGone(pid)) {
        return;
      }
      await sleep(5);
    }
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const isAlive = (pid: number): boolean => sendSignal(pid, 0);

/** A zombie counts as gone: in a container without an init process nobody collects it. */
async function isGone(pid: number): Promise<boolean> {
  if (!isAlive(pid)) {
    return true;
  }
  return process.platform === 'linux' && (await readProcess(pid))?.state === 'Z';
}

async function isServerOf(clusterFolder: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    return isLinuxServerOf(await stat(clusterFolder), pid);
  }
  const command = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return command.stdout.includes('postgres') && command.stdout.includes(clusterFolder);
}

/** Every server process works in the cluster's folder. Elsewhere than on Linux only the postmaster is looked for. */
async function findServerProcesses(clusterFolder: string): Promise<number[]> {
  if (process.platform !== 'linux') {
    return [];
  }
  const cluster = await stat(clusterFolder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await isLinuxServerOf(cluster, pid)) ? [pid] : [])));
  return found.flat();
}

async function isLinuxServerOf(cluster: { dev: number; ino: number }, pid: number): Promise<boolean> {
  const folder = await stat(`/proc/${pid}/cwd`).catch(() => null);
  return folder?.ino === cluster.ino && folder.dev === cluster.dev && (await readProcess(pid))?.name === 'postgres';
}

/** Name and state from `/proc/<pid>/stat`, whose second field is the name in parentheses. */
async function readProcess(pid: number): Promise<{ name: string; state: string } | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(line) ?? [];
  return name === undefined || state === undefined ? null : { name, state };
}
