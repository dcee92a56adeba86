import type { JSX } from 'preact';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { wayNames } from '../../domain/ways.ts';
import { paths } from '../../paths.ts';
import type { ChargeSheet } from '../../queries/charge-sheet.ts';
import type { EntryRow } from '../../queries/ledger-rows.ts';

const kinds = { payment: 'Reçu', refund: 'Rendu', correction: 'Correction', contest: 'Repris par la banque' } as const;

/** The ledger of a charge: lines are added, never changed. */
export function LedgerTable({
  exchange,
  sheet: { lines },
}: {
  readonly exchange: Exchange;
  readonly sheet: ChargeSheet;
}): JSX.Element {
  const columns: Column<EntryRow>[] = [
    {
      key: 'what',
      label: 'Ligne',
      heads: true,
      cell: (line) => (
        <>
          {kinds[line.kind]} : {wayNames[line.way]}
          <p class="facts">
            {[
              line.number && `n° ${line.number}`,
              line.bank,
              line.deposit && `remise n° ${line.deposit}`,
              line.providerPaymentId && `paiement ${line.providerPaymentId}`,
              line.note,
              line.recordedBy && `noté par ${line.recordedBy}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      ),
    },
    {
      key: 'day',
      label: 'Le',
      whole: true,
      cell: (line) => formatDate(Temporal.PlainDate.from(line.receivedOn), { style: 'short' }),
    },
    {
      key: 'amount',
      label: 'Somme',
      numeric: true,
      whole: true,
      cell: (line) => formatMoney(line.amount, { cents: 'always' }),
    },
    { key: 'acts', label: 'Corriger', cell: (line) => <TakeBack exchange={exchange} line={line} /> },
  ];
  return (
    <DataTable
      id="registre"
      caption="Registre"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowName={(line) => `${kinds[line.kind]} ${formatMoney(line.amount)}`}
      empty={<p class="facts">Rien n’a encore été reçu.</p>}
    />
  );
}

function TakeBack({ exchange, line }: { readonly exchange: Exchange; readonly line: EntryRow }): JSX.Element | null {
  if (line.isReversed) return <span class="muted">contre-passée</span>;
  if (line.way === 'online' || line.reversesId) return null;
  return (
    <details class="more-fields">
      <summary>Contre-passer</summary>
      <form method="post" action={paths.takeBack(line.chargeId)} class="stack">
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        <input type="hidden" name="entryId" value={line.id} />
        <Select
          name="cause"
          id={`cause-${line.id}`}
          label="Ce qui s’est passé"
          value="mistake"
          choices={[
            { value: 'mistake', label: 'Une erreur de saisie' },
            { value: 'bounced', label: 'La banque a repris l’argent : chèque rejeté, virement rappelé' },
          ]}
        />
        <TextField
          name="reason"
          id={`raison-${line.id}`}
          label="Pourquoi"
          hint="Une ligne contraire sera ajoutée : le registre garde tout."
        />
        <Button kind="ghost" small>
          Contre-passer
        </Button>
      </form>
    </details>
  );
}
