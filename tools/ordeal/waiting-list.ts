import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WaitingFindings } from '../../tests/support/waiting-list-storm.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

/** B-8: seats given back, refused or left to pass while others register, on a thousand waiting lists. */
export const waitingList: Scenario = {
  name: 'waiting-list',
  code: 'B-8',
  title: 'désistements, refus et silences pendant que d’autres s’inscrivent',
  async run(ordeal) {
    const folder = await mkdtemp(join(tmpdir(), 'essaim-attente-'));
    const report = join(folder, 'constat.json');
    const interleavings = ordeal.times(1_000, 20);
    try {
      const played = spawn(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          '--project',
          'database',
          'src/modules/registration/commands/interleavings.db.test.ts',
        ],
        {
          stdio: 'ignore',
          env: {
            ...process.env,
            WAITING_INTERLEAVINGS: String(interleavings),
            WAITING_SEED: String(ordeal.seed),
            WAITING_REPORT: report,
          },
        },
      );
      await once(played, 'exit');
      const found = JSON.parse(await readFile(report, 'utf8')) as WaitingFindings & { harm: number };
      return [
        atLeast('interfoliages joués', found.interleavings, interleavings),
        atLeast('actes concurrents', found.acts, interleavings * 4),
        atLeast('places proposées à la suite', found.promoted, interleavings / 2),
        atLeast('propositions laissées passer', found.expired, 1),
        atMost('listes à plus de places données qu’il n’y en a', found.oversold, 0),
        atMost('listes où une place reste vide pendant qu’on attend', found.idle, 0),
        atMost('listes où quelqu’un est passé devant', found.skipped, 0),
        atMost('rangs pris deux fois', found.sameRank, 0),
        atMost('lettres en double ou manquantes', found.wrongLetters, 0),
        atMost('actes cassés', found.broken, 0),
        atLeast('témoin : dégâts sans le verrou', found.harm, 1),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
