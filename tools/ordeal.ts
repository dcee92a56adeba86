import { buildAll } from './build.ts';
import { aligned } from './bench/result.ts';
import { killDuringWrites } from './ordeal/kill-during-writes.ts';
import { killDuringWork } from './ordeal/kill-during-work.ts';
import { secondStarts } from './ordeal/second-starts.ts';
import { fullDisk } from './ordeal/full-disk.ts';
import { lostDatabase } from './ordeal/lost-database.ts';
import { backupUnderLoad } from './ordeal/backup-under-load.ts';
import { fuzzedInput } from './ordeal/fuzzed-input.ts';
import { uploadBombs } from './ordeal/upload-bombs.ts';
import { stuffedCredentials } from './ordeal/stuffed-credentials.ts';
import { crowdedRegistrations } from './ordeal/crowded-registrations.ts';
import { mailingKills } from './ordeal/mailing-kills.ts';
import { paymentNotices } from './ordeal/payment-notices.ts';
import { waitingList } from './ordeal/waiting-list.ts';
import { noOutbound } from './ordeal/no-outbound.ts';
import type { Finding, Ordeal, Scenario } from './ordeal/scenario.ts';

/**
 * Plays the long scenarios of faults and abuse, each with a control that must fail, and prints their figures:
 * `npm run ordeal`, `-- kill fuzz` for some, `--dose=0.1` for less of each, `--seed=7` to play one again, `--built` to
 * keep the build as it is. Reaches no other machine.
 */
const scenarios: readonly Scenario[] = [
  killDuringWrites,
  killDuringWork,
  secondStarts,
  fullDisk,
  lostDatabase,
  backupUnderLoad,
  fuzzedInput,
  uploadBombs,
  stuffedCredentials,
  paymentNotices,
  mailingKills,
  noOutbound,
  crowdedRegistrations,
  waitingList,
];

const option = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const dose = Number(option('dose') ?? 1);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ordeal: Ordeal = {
  seed: Number(option('seed') ?? Math.floor(Math.random() * 1e6)),
  dose,
  say,
  times: (usual, least = 1) => Math.max(least, Math.round(usual * dose)),
};

const unknown = wanted.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0)
  throw new Error(`no such scenario: ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`);
if (!process.argv.includes('--built')) await buildAll();
say(`graine ${ordeal.seed}, dose ${dose}`);
const table: string[][] = [];
for (const scenario of scenarios.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  say(`\n${scenario.code} ${scenario.title}`);
  const startedAt = performance.now();
  for (const finding of await played(scenario)) {
    table.push([`${scenario.code} ${finding.what}`, finding.found, finding.expected, finding.passed ? 'oui' : 'NON']);
    say(`  ${finding.passed ? '✓' : '✗'} ${finding.what} : ${finding.found} (${finding.expected})`);
    if (!finding.passed) process.exitCode = 1;
  }
  say(`  ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
}
say(`\n${aligned(['épreuve', 'trouvé', 'attendu', 'tenu'], table)}`);

/** A scenario that breaks is a scenario that fails, and the next ones are played all the same. */
async function played(scenario: Scenario): Promise<Finding[]> {
  try {
    return await scenario.run(ordeal);
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return [
      {
        what: 'joué jusqu’au bout',
        found: error instanceof Error ? error.message.slice(0, 120) : String(error),
        expected: 'oui',
        passed: false,
      },
    ];
  }
}
