import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { invoiceNames } from '../../domain/invoice-numbers.ts';
import { paths } from '../../paths.ts';
import type { ChargeSheet } from '../../queries/charge-sheet.ts';
import type { Typed } from '../form-answer.ts';

/** The numbered papers of a sum, and the form to issue one. */
export function PapersPanel({
  exchange,
  sheet: { charge, papers },
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly sheet: ChargeSheet;
  readonly typed: Typed;
}): JSX.Element {
  const stands = (kind: 'invoice' | 'receipt'): boolean =>
    papers.some((paper) => paper.kind === kind && !paper.isCancelled);
  const kinds = (['invoice', 'receipt'] as const).filter(
    (kind) => !stands(kind) && (kind === 'invoice' || charge.state === 'paid'),
  );
  const mayIssue = kinds.length > 0 && !charge.cancelledAt && charge.state !== 'refunded';
  return (
    <Panel title="Papiers">
      {papers.length === 0 && <p class="facts">Ni facture, ni reçu pour l’instant.</p>}
      <ul class="stack plain">
        {papers.map((paper) => (
          <li>
            <a href={paths.invoiceFile(paper.id)}>
              {invoiceNames[paper.kind]} {paper.number} (PDF)
            </a>
            <p class="facts">
              {[
                formatDate(paper.issuedOn),
                paper.buyerName,
                paper.isCancelled &&
                  (paper.kind === 'receipt' ? 'annulé : l’argent est reparti' : 'annulée par un avoir'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {paper.kind === 'invoice' && !paper.isCancelled && (
              <details class="more-fields">
                <summary>Annuler par un avoir</summary>
                <form method="post" action={paths.cancelInvoice(paper.id)} class="stack">
                  <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                  <TextField name="reason" id={`avoir-${paper.id}`} label="Pourquoi" />
                  <SubmitBar kind="ghost" label="Faire l’avoir" />
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
      {mayIssue && (
        <details class="more-fields" open={Object.keys(errors).length > 0}>
          <summary>Faire une facture ou un reçu</summary>
          <Form
            action={paths.invoice(charge.id)}
            label="Faire un papier"
            errors={summaryOf(errors)}
            hidden={{ [formKeyField]: exchange.ctx.newId() }}
          >
            <RadioGroup
              name="kind"
              label="Quel papier ?"
              inline
              value={values['kind'] ?? kinds[0]}
              choices={kinds.map((kind) => ({ value: kind, label: invoiceNames[kind] }))}
              error={errors['kind']}
            />
            <TextField
              name="buyerName"
              label="Au nom de"
              value={values['buyerName'] ?? charge.payerName}
              error={errors['buyerName']}
            />
            <TextArea
              name="buyerAddress"
              label="Adresse"
              rows={3}
              value={values['buyerAddress'] ?? charge.payerAddress}
              error={errors['buyerAddress']}
            />
            <TextField
              name="buyerSiren"
              label="SIREN, pour une entreprise"
              size="medium"
              inputmode="numeric"
              value={values['buyerSiren']}
              error={errors['buyerSiren']}
            />
            <TextField
              name="reference"
              label="Référence à rappeler"
              hint="Numéro de commande, dossier d’un financeur."
              value={values['reference']}
              error={errors['reference']}
            />
            <SubmitBar kind="ghost" label="Numéroter et faire" />
          </Form>
        </details>
      )}
    </Panel>
  );
}
