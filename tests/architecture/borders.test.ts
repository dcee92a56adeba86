import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);

describe('the borders', () => {
  test('are crossed by nobody', async () => {
    const { stdout } = await run(process.execPath, ['tools/borders.ts'], { maxBuffer: 50_000_000 }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toMatch(/\d+ fichiers, aucune frontière franchie/);
  });

  test('are drawn around every module', async () => {
    const rules = await readFile('.dependency-cruiser.cjs', 'utf8');
    for (const name of await readdir('src/modules')) expect(rules, name).toMatch(new RegExp(`^ {2}${name}: \\[`, 'm'));
  });
});

describe('the shape of a module', () => {
  test('is the same for all', async () => {
    for (const name of await readdir('src/modules')) {
      const files = await readdir(`src/modules/${name}`);
      expect(files, name).toEqual(
        expect.arrayContaining([
          'index.ts',
          'module.ts',
          'tables.ts',
          'policy.ts',
          'facts.ts',
          'commands',
          'queries',
          'web',
        ]),
      );
    }
  });

  test('is known to the application', async () => {
    const application = await readFile('src/app/modules.ts', 'utf8');
    for (const name of await readdir('src/modules')) expect(application).toContain(`${name}Module(`);
  });
});
