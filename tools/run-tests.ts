import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from './run-step.ts';

/** Counts of a run. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Runs the projects of the test suite named, or those of their files whose path holds one of these words, and adds their
 * counts up; throws when a test fails.
 */
export async function runTests(
  title: string,
  projects: readonly string[],
  { env = {}, files = [] }: { env?: NodeJS.ProcessEnv; files?: readonly string[] } = {},
): Promise<TestCounts> {
  const folder = await mkdtemp(join(tmpdir(), 'essaim-report-'));
  const report = join(folder, 'report.json');
  const args = [
    'run',
    ...files,
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  try {
    await runStep(title, 'node_modules/.bin/vitest', args, env);
  } finally {
    const counts = await countsOf(report);
    if (counts.failed > 0) process.stdout.write(`${closingLine(counts)}\n`);
  }
  const counts = await countsOf(report);
  await rm(folder, { recursive: true, force: true });
  return counts;
}

/** The line that says how a run ended. */
export function closingLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Adds counts up. */
export function total(all: readonly TestCounts[]): TestCounts {
  return all.reduce((sum, one) => ({
    passed: sum.passed + one.passed,
    failed: sum.failed + one.failed,
    skipped: sum.skipped + one.skipped,
  }));
}

async function countsOf(report: string): Promise<TestCounts> {
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text) as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}
