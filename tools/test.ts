import { buildAll } from './build.ts';
import { mainly } from './run-step.ts';
import { closingLine, runTests, total } from './run-tests.ts';
import { runStaticChecks } from './static-checks.ts';

await mainly(async () => {
  await runStaticChecks();
  const inside = await runTests('Tests sans navigateur', ['unit', 'database']);
  await buildAll();
  const browser = await runTests('Tests dans un navigateur', ['browser']);
  process.stdout.write(`\n${closingLine(total([inside, browser]))}\n`);
});
