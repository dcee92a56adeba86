import type { JSX } from 'preact';
import { formatDate, formatDateTime, formatMoney, listing } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { sourceLabels, type IncomingState } from '../domain/incoming.ts';
import type { Proposal } from '../domain/match.ts';
import type { IncomingRow, IncomingShare } from '../queries/incoming.ts';
import type { OwedDues } from '../queries/owed.ts';

/** One payment that came by itself: what it says, whose it may be, and what can be done with it. */
export function IncomingLine({
  exchange,
  row,
  proposals,
  shares,
}: {
  readonly exchange: Exchange;
  readonly row: IncomingRow;
  readonly proposals: readonly Proposal<OwedDues>[];
  readonly shares: readonly IncomingShare[];
}): JSX.Element {
  return (
    <Panel title={`${formatMoney(row.amount)}, ${row.payerName || row.words || 'sans nom'}`}>
      <p class="facts">
        {[
          formatDate(row.receivedOn),
          sourceLabels[row.source],
          row.payerEmail,
          row.payerName ? row.words : '',
          row.number && row.source !== 'helloasso' ? `n° ${row.number}` : '',
          row.bank,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.state === 'matched' && (
        <p>
          Pour {sharesInWords(shares)}
          {row.note && ` · ${row.note}`}, par {row.decidedBy || 'l’équipe'}
          {row.decidedAt && `, ${formatDateTime(row.decidedAt, { zone: exchange.ctx.zone })}`}.
        </p>
      )}
      {row.state === 'returned' && (
        <p>
          {row.note}
          {row.decidedAt && `, lu ${formatDateTime(row.decidedAt, { zone: exchange.ctx.zone })}`}.
          {shares.length > 0 && ` Payait pour ${sharesInWords(shares)} : la cotisation est de nouveau impayée.`}
        </p>
      )}
      {row.state === 'waiting' && row.takenBackAt && (
        <p class="facts">
          Rapprochement repris par {row.takenBackBy || 'l’équipe'},{' '}
          {formatDateTime(row.takenBackAt, { zone: exchange.ctx.zone })}
          {row.note && ` : « ${row.note} »`}
        </p>
      )}
      {row.state === 'aside' && row.note && <p>{row.note}</p>}
      {row.state === 'waiting' && proposals.length > 0 && (
        <ul class="stack plain">
          {proposals.map(({ owed, reasons }) => (
            <li>
              {owed.left >= row.amount ? (
                <form method="post" action={moneyPaths.incomingAct(row.id, 'accepter')}>
                  <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                  <input type="hidden" name="chargeId" value={owed.chargeId} />
                  <Button kind="ghost" icon="check">
                    C’est pour {owed.members}
                  </Button>
                </form>
              ) : (
                <a href={`${moneyPaths.incoming(row.id)}?pour=${owed.chargeId}`}>Pour {owed.members}, et autre chose</a>
              )}
              <p class="facts">
                {[...reasons, `doit ${formatMoney(owed.left)}`, owed.payer !== owed.members && `payé par ${owed.payer}`]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      {row.state === 'matched' && shares.every(({ isReversed }) => !isReversed) && (
        <TakeBack exchange={exchange} row={row} />
      )}
      {(row.state === 'waiting' || row.state === 'aside') && (
        <div class="actions">
          {row.state === 'waiting' && (
            <ButtonLink kind="ghost" small href={moneyPaths.incoming(row.id)}>
              {proposals.length > 0 ? 'Quelqu’un d’autre, ou plusieurs' : 'Dire pour qui'}
            </ButtonLink>
          )}
          <form method="post" action={moneyPaths.incomingAct(row.id, row.state === 'aside' ? 'reprendre' : 'ecarter')}>
            <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
            <Button small kind="quiet">
              {row.state === 'aside' ? 'Reprendre' : 'Mettre de côté'}
            </Button>
          </form>
        </div>
      )}
    </Panel>
  );
}

const sharesInWords = (shares: readonly IncomingShare[]): string =>
  listing(
    shares.map(
      ({ name, amount, isReversed }) => `${name} (${formatMoney(amount)}${isReversed ? ', reparti depuis' : ''})`,
    ),
  );

/** The match was a mistake: the lines it wrote are reversed. */
function TakeBack({ exchange, row }: { readonly exchange: Exchange; readonly row: IncomingRow }): JSX.Element {
  return (
    <details class="more-fields">
      <summary>Ce n’était pas pour {row.payerName ? 'cette personne' : 'eux'} ?</summary>
      <form method="post" action={moneyPaths.incomingAct(row.id, 'defaire')} class="stack">
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        <TextField
          name="reason"
          id={`defaire-${row.id}`}
          label="Pourquoi"
          hint="Une ligne contraire s’ajoute au registre, et la cotisation est due à nouveau."
          required
        />
        <Button kind="ghost">Défaire ce rapprochement</Button>
      </form>
    </details>
  );
}

const emptyWords: Readonly<Record<IncomingState, { title: string; text: string }>> = {
  waiting: {
    title: 'Tout est rapproché',
    text: 'Collez les lignes du relevé, ou notez un chèque dont vous ne savez pas pour qui il est.',
  },
  matched: { title: 'Rien de rapproché encore', text: 'Un paiement vient ici dès que vous avez dit pour qui il est.' },
  aside: { title: 'Rien de côté', text: 'Mettez de côté ce qui n’est pas une cotisation : un don, un remboursement.' },
  returned: {
    title: 'Rien n’est reparti',
    text: 'Viennent ici les paiements que la banque ou la personne a repris, et les cotisations de nouveau dues.',
  },
};

/** Why a view of the inbox is empty. */
export function NothingHere({ state }: { readonly state: IncomingState }): JSX.Element {
  const { title, text } = emptyWords[state];
  return (
    <EmptyState
      title={title}
      actions={state === 'waiting' && <ButtonLink href={moneyPaths.addIncoming}>Ajouter des paiements</ButtonLink>}
    >
      <p>{text}</p>
    </EmptyState>
  );
}
