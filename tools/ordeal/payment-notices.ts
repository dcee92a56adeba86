import type { StormFindings } from '../../tests/support/payment-deliveries.ts';
import { playedTest } from './played-test.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

/** B-10: ten thousand notices of payments, a third of them repeated, out of order, forged or for another hub. */
export const paymentNotices: Scenario = {
  name: 'payments',
  code: 'B-10',
  title: 'avis de paiement répétés, mêlés, forgés, pour un autre pôle',
  async run(ordeal) {
    const deliveries = ordeal.times(10_000, 200);
    const found = await playedTest<StormFindings>('src/modules/payments/web/public/storm.web.test.ts', {
      report: 'STORM_REPORT',
      settings: { STORM_DELIVERIES: deliveries, STORM_SEED: ordeal.seed },
    });
    return [
      atLeast('avis livrés', found.deliveries, deliveries),
      atLeast('part répétée', (100 * found.duplicates) / found.deliveries, 25, ' %'),
      atLeast('avis forgés, tous refusés', found.forged, 1),
      atMost('réponses inattendues', found.wrongAnswers.length, 0),
      atMost('paiements dont le registre dit autre chose que HelloAsso', found.wrongSums, 0),
      atMost('paiements comptés deux fois', found.receivedTwice, 0),
      atMost('lignes écrites chez l’autre pôle', found.strayLines, 0),
      atMost('écarts trouvés par la vérification de la nuit', found.reconciled, 0),
      atLeast('témoin : paiements faux si l’on croyait chaque avis', found.naiveWrong, 1),
    ];
  },
};
