import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

interface Cruised {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] };
}

const cruise = async (): Promise<Cruised> => {
  const command = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const run = promisify(execFile)(
    process.execPath,
    [command, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { maxBuffer: 500_000_000 },
  );
  // It exits with the number of violations: what it printed is what counts.
  const { stdout } = await run.catch((error: { stdout?: string; stderr?: string }) => {
    if (!error.stdout) throw new Error(error.stderr);
    return { stdout: error.stdout };
  });
  return JSON.parse(stdout) as Cruised;
};

const { modules, summary } = await cruise();
const files = (await readdir('src', { recursive: true })).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
);
const seen = modules.filter((module) => module.source.startsWith('src/')).length;
// A known trap: with an unsupported TypeScript it sees nothing, and finds nothing to say.
if (seen < files.length) {
  process.stdout.write(`${seen} fichiers lus sur ${files.length} : la vérification n’a pas de sens.\n`);
  process.exitCode = 1;
}
for (const { from, to, rule } of summary.violations) process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
if (summary.violations.length > 0) process.exitCode = 1;
if (process.exitCode !== 1) process.stdout.write(`${seen} fichiers, aucune frontière franchie.\n`);
