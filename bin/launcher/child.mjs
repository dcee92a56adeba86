import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';

const stopWithLauncher = new URL('stop-with-launcher.mjs', import.meta.url).href;
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program of ours under `node` with our terminal, hands it the signals we get, and returns its exit code. It
 * stops when we are killed.
 */
export async function runChild(node, args, { cwd, stdout = process.stdout } = {}) {
  const child = spawn(node, ['--import', stopWithLauncher, ...args], {
    cwd,
    env: environmentFor(node),
    stdio: ['inherit', stdout, 'inherit', 'ipc'],
  });
  return waitFor(child);
}

/** Runs any program, with `node` first in its path. */
export async function runProgram(node, program, args) {
  return waitFor(spawn(program, args, { env: environmentFor(node), stdio: 'inherit' }));
}

function environmentFor(node) {
  return { ...process.env, PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter) };
}

async function waitFor(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of forwarded) {
    process.on(signal, forward);
  }
  const stopWatching = watchNpm(() => child.kill('SIGTERM'));
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    stopWatching();
    for (const signal of forwarded) {
      process.off(signal, forward);
    }
  }
}

/**
 * `npm start` killed with kill -9 leaves its script running. npm always outlives its scripts, so under npm another
 * parent means that npm is gone. (Started from a shell, a changed parent means nothing: `nohup`, a closed terminal.)
 */
function watchNpm(stop) {
  const npm = process.env.npm_command === undefined ? 1 : npmProcess();
  if (npm === 1) {
    return () => undefined;
  }
  const timer = setInterval(() => {
    if (npmProcess() !== npm) {
      clearInterval(timer);
      stop();
    }
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/** Our parent, or the parent of the shell that npm runs scripts in when that shell stayed (seen on Linux only). */
function npmProcess() {
  const parent = process.ppid;
  try {
    const [, name, grandparent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'));
    return ['sh', 'dash', 'bash'].includes(name) ? Number(grandparent) : parent;
  } catch {
    return parent;
  }
}
