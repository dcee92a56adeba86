import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mainly, runStep, StepFailed } from './run-step.ts';
import { startSiteProcess } from '../tests/support/started-site.ts';

const run = promisify(execFile);

/** Clones what is committed, builds it there, starts it twice and looks at its first pages. */
await mainly(async () => {
  const clone = await mkdtemp(join(tmpdir(), 'essaim-clone-'));
  try {
    await run('git', ['clone', '--quiet', '--depth', '1', `file://${process.cwd()}`, clone]);
    await runStep('npm ci dans le clone', 'npm', [
      'ci',
      '--prefix',
      clone,
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
    ]);
    await runStep('Préparation du site dans le clone', process.execPath, ['tools/build.ts'], {}, clone);
    await look(clone, 'Premier démarrage');
    await look(clone, 'Démarrage suivant');
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
});

async function look(program: string, title: string): Promise<void> {
  const startedAt = performance.now();
  const site = await startSiteProcess({ program, folder: join(program, 'data') });
  const seconds = (performance.now() - startedAt) / 1_000;
  try {
    for (const [path, expected] of [
      ['/', 'ESS'],
      ['/annuaire', 'annuaire'],
      ['/healthz', 'ok'],
      ['/readyz', 'ok'],
      [site.signInPath ?? '/connexion', 'connexion'],
    ] as const) {
      const response = await fetch(site.origin + path);
      const text = await response.text();
      if (response.status !== 200 || !text.toLowerCase().includes(expected.toLowerCase()))
        throw new StepFailed(`${title} : ${path} répond ${response.status}`);
    }
  } finally {
    await site.stop();
  }
  process.stdout.write(`   ${title} : ouvert en ${seconds.toFixed(1)} s\n`);
}
