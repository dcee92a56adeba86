import type { WaitingFindings } from '../../tests/support/waiting-list-storm.ts';
import { playedTest } from './played-test.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

/** B-8: seats given back, refused or left to pass while others register, on a thousand waiting lists. */
export const waitingList: Scenario = {
  name: 'waiting-list',
  code: 'B-8',
  title: 'désistements, refus et silences pendant que d’autres s’inscrivent',
  async run(ordeal) {
    const interleavings = ordeal.times(1_000, 20);
    const found = await playedTest<WaitingFindings & { harm: number }>(
      'src/modules/registration/commands/interleavings.db.test.ts',
      { report: 'WAITING_REPORT', settings: { WAITING_INTERLEAVINGS: interleavings, WAITING_SEED: ordeal.seed } },
    );
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
  },
};
