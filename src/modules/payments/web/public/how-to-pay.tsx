import type { JSX } from 'preact';
import { formatMoney } from '#platform/french/index.ts';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { writtenIban } from '../../domain/iban.ts';
import type { PaymentSettings } from '../../queries/payment-settings.ts';
import type { OwnCharge } from './pay-page.tsx';

/** What to write on the cheque or the transfer that was chosen. */
export function HowToPay({
  charge,
  settings,
  left,
}: {
  readonly charge: OwnCharge;
  readonly settings: PaymentSettings | null;
  readonly left: number;
}): JSX.Element | null {
  const sum = { term: 'Somme', value: formatMoney(left, { cents: 'always' }) };
  if (charge.chosenWay === 'transfer' && settings?.iban)
    return (
      <Panel title="Faire le virement">
        <DescriptionList
          rows={[
            sum,
            { term: 'Titulaire', value: settings.accountHolder },
            { term: 'IBAN', value: <span id="iban">{writtenIban(settings.iban)}</span> },
            { term: 'BIC', value: settings.bic },
            { term: 'Motif à indiquer', value: <b>{chargeReference(charge)}</b> },
          ]}
        />
        <p>
          <CopyButton text={settings.iban} label="Copier l’IBAN" />
        </p>
      </Panel>
    );
  if (charge.chosenWay === 'cheque' && settings?.chequeOrder)
    return (
      <Panel title="Envoyer le chèque">
        <DescriptionList
          rows={[
            sum,
            { term: 'À l’ordre de', value: settings.chequeOrder },
            { term: 'Adresse', value: <span class="lines">{settings.chequeAddress}</span> },
            { term: 'Au dos du chèque', value: <b>{chargeReference(charge)}</b> },
          ]}
        />
      </Panel>
    );
  if (charge.chosenWay === 'cash' || charge.chosenWay === 'on_site')
    return (
      <Panel title="Payer sur place">
        <p>
          Apportez {formatMoney(left)} le jour même. Votre nom suffira : <b>{charge.payerName}</b>.
        </p>
      </Panel>
    );
  return null;
}

/** A short word that ties a cheque or a transfer to its charge. */
export function chargeReference({ id }: { id: string }): string {
  return id.replaceAll('-', '').slice(-8).toUpperCase();
}
