import type { JSX } from 'preact';
import { formatNumber, plural } from '#platform/french/index.ts';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { deliveryNames, skipNames, type DeliveryState } from '../../domain/delivery-states.ts';
import { paths } from '../../paths.ts';
import type { MailingOutcome } from '../../queries/mailing-outcomes.ts';
import type { MailingReport } from '../../queries/mailing-report.ts';
import { replyPaths } from '../../reader-paths.ts';
import { capitalised } from './outcome-words.ts';

/** What became of a mailing: where its copies are, and what came back. */
export function ReportPanel({
  report,
  outcomes,
  id,
}: {
  readonly report: MailingReport;
  readonly outcomes: readonly MailingOutcome[];
  readonly id: string;
}): JSX.Element {
  const uncertain = report.counts.uncertain ?? 0;
  const nothingCame = outcomes.length === 0 && report.replies === 0 && report.unsubscribed === 0;
  return (
    <Panel title="Ce qu’il en est">
      <DescriptionList
        rows={[
          { term: 'Partis', value: formatNumber(report.counts.sent ?? 0) },
          ...outcomes.map(({ label, all, ofReaders }) => ({
            term: `${capitalised(label[1])} depuis l’envoi`,
            value: formatNumber(all),
            note:
              ofReaders === 0
                ? 'aucune de personnes qui l’ont reçu'
                : `dont ${formatNumber(ofReaders)} de personnes qui l’ont reçu`,
          })),
          {
            term: 'Réponses',
            value:
              report.replies > 0 ? <a href={replyPaths.ofMailing(id)}>{formatNumber(report.replies)}</a> : undefined,
          },
          { term: 'Désabonnements depuis ce message', value: formatNumber(report.unsubscribed) },
          ...(['waiting', 'postponed', 'refused', 'uncertain', 'skipped'] as const).flatMap((state) => {
            const count = report.counts[state];
            return count
              ? [{ term: deliveryNames[state], value: formatNumber(count), note: notesOf(report, state) }]
              : [];
          }),
        ]}
      />
      {uncertain > 0 && (
        <Notice state="warning" title={plural(uncertain, 'exemplaire incertain', 'exemplaires incertains')}>
          <p>
            La connexion s’est coupée pendant qu’ils partaient : nul ne sait s’ils sont arrivés. Ils ne repartiront pas
            d’eux-mêmes.
          </p>
        </Notice>
      )}
      {nothingCame && <p>Ni inscription, ni demande, ni réponse pour l’instant.</p>}
      <p>
        <a href={paths.copies(id)}>Tous les exemplaires (CSV)</a>
      </p>
      <details>
        <summary>Ce que ces chiffres ne disent pas</summary>
        <p>
          Aucune image espionne, aucun lien pisté : nul ne sait qui a ouvert ce message. On compte les inscriptions, les
          demandes et les réponses venues après lui. Elles ont pu venir sans lui, d’une affiche ou d’un voisin ; et qui
          s’inscrit avec une autre adresse n’est pas reconnu·e parmi les personnes qui l’ont reçu.
        </p>
      </details>
    </Panel>
  );
}

function notesOf(report: MailingReport, state: DeliveryState): string | undefined {
  const reasons = report.reasons.filter((one) => one.state === state);
  return (
    reasons.map(({ reason, count }) => `${skipNames[reason] ?? reason} (${formatNumber(count)})`).join(', ') ||
    undefined
  );
}
