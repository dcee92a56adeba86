import type { KillFindings } from '../../src/modules/mailing/sending/kills.db.test.ts';
import { playedTest } from './played-test.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

/** B-11: a mailing to ten thousand, killed at five moments, with a mail server that stalls and hangs up after DATA. */
export const mailingKills: Scenario = {
  name: 'mailing',
  code: 'B-11',
  title: 'envoi à dix mille, kill -9 à cinq moments, serveur de messagerie qui cale et raccroche',
  async run(ordeal) {
    const runs = ordeal.times(20, 1);
    const found = await playedTest<KillFindings>('src/modules/mailing/sending/kills.db.test.ts', {
      report: 'KILLS_REPORT',
      settings: { KILLS_READERS: ordeal.times(10_000, 300), KILLS_KILLS: 5, KILLS_RUNS: runs, KILLS_SEED: ordeal.seed },
    });
    return [
      atLeast('envois joués', found.runs, runs),
      atLeast('arrêts brutaux', found.kills, 5 * runs),
      atMost('destinataires qui ont reçu deux fois', found.receivedTwice, 0),
      atMost('exemplaires dont l’état dit autre chose que la boîte', found.untrue, 0),
      atMost('partis après un désabonnement', found.sentAfterUnsubscription, 0),
      atMost('restés sans verdict', found.unsettled, 0),
      atMost('indécis au plus, par arrêt', found.mostUndecidedByKill, 5),
      atLeast('témoin : doublés si l’on renvoyait les indécis', found.wouldHaveDoubled, 1),
    ];
  },
};
