import { spawn } from 'node:child_process';

/** Runs a program of the project in a folder with its output shown; throws when it fails. */
export async function runStep(
  title: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  folder: string = process.cwd(),
): Promise<void> {
  process.stdout.write(`\n── ${title}\n`);
  const startedAt = performance.now();
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, cwd: folder });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject);
  child.on('close', resolve);
  const code = await promise;
  if (code !== 0) throw new StepFailed(`${title} : échec`);
  process.stdout.write(`   ${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`);
}

/** A step failed; what it printed says why. */
export class StepFailed extends Error {}

/** Ends the process with a word instead of a trace when a step failed. */
export async function mainly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    process.stdout.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
