import { mainly, runStep } from './run-step.ts';
import { closingLine, runTests } from './run-tests.ts';

/** The tests whose answer may depend on the server: commands, queries, migrations, rows. Pages were drawn once already. */
const whereTheServerMatters = ['.db.test.', 'tests/database/schema'];

/** The slower checks that come after `npm test`: another PostgreSQL, and a start from a clean clone. */
await mainly(async () => {
  const afterTests = process.argv.includes('--after-tests');
  if (!afterTests) await runStep('npm test', process.execPath, ['tools/test.ts']);
  const external = process.env.EXTERNAL_DATABASE_URL;
  if (external) {
    const counts = await runTests('Tests sur un PostgreSQL extérieur', ['database'], {
      env: { TEST_DATABASE_URL: external },
      files: whereTheServerMatters,
    });
    process.stdout.write(`${closingLine(counts)}\n`);
  } else {
    process.stdout.write(
      '\n── Tests sur un PostgreSQL extérieur : sans EXTERNAL_DATABASE_URL, ils ne sont pas lancés.\n',
    );
  }
  await runStep('Démarrage depuis un clone neuf', process.execPath, ['tools/check-start.ts']);
});
