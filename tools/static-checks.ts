import { runStep } from './run-step.ts';

/** Types, lint and borders: what needs no test to be seen. */
export async function runStaticChecks(): Promise<void> {
  await runStep('Types', 'node_modules/.bin/tsc', ['--noEmit', '-p', '.']);
  await runStep('Lint', 'node_modules/.bin/oxlint', ['--type-aware', '--deny-warnings']);
  await runStep('Mise en forme', 'node_modules/.bin/oxfmt', ['--check']);
  await runStep('Frontières', process.execPath, ['tools/borders.ts']);
  await runStep('Dessin des modules', process.execPath, ['tools/draw-modules.ts', '--check']);
}
