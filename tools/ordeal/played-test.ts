import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Plays a test of the database at the dose of an ordeal and gives what it found: `settings` are the variables it reads,
 * `report` the one that says where it writes its findings.
 * @throws when the test ended before it found anything
 */
export async function playedTest<Findings>(
  file: string,
  { report, settings }: { report: string; settings: Readonly<Record<string, number>> },
): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), 'essaim-epreuve-'));
  const findings = join(folder, 'constat.json');
  const asked = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
  try {
    const played = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'database', file], {
      stdio: 'ignore',
      env: { ...process.env, ...asked, [report]: findings },
    });
    await once(played, 'exit');
    return JSON.parse(await readFile(findings, 'utf8')) as Findings;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
