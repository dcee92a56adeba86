import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { RadioGroup, SwitchField } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { writtenIban } from '../../domain/iban.ts';
import { vatWords } from '../../domain/vat-rules.ts';
import { paths } from '../../paths.ts';
import type { PaymentSettings } from '../../queries/payment-settings.ts';
import type { Typed } from '../form-answer.ts';

interface SettingsFormProps {
  readonly exchange: Exchange;
  readonly settings: PaymentSettings | null;
  readonly typed: Typed;
}

const hiddenOf = ({ exchange, settings }: SettingsFormProps): Record<string, string> => ({
  [formKeyField]: exchange.ctx.newId(),
  version: String(settings?.version ?? 0),
});

/** Transfers, cheques, and what is paid on the day. */
export function WaysForm(props: SettingsFormProps): JSX.Element {
  const {
    settings,
    typed: { values, errors },
  } = props;
  const isTyped = Object.keys(errors).length > 0;
  return (
    <Panel title="Virement, chèque, sur place">
      <Form action={paths.settings} label="Autres moyens" errors={summaryOf(errors)} hidden={hiddenOf(props)}>
        <TextField
          name="accountHolder"
          label="Titulaire du compte"
          value={values['accountHolder'] ?? settings?.accountHolder}
          error={errors['accountHolder']}
        />
        <TextField
          name="iban"
          label="IBAN"
          hint="Sans IBAN, le virement n’est pas proposé."
          autocomplete="off"
          value={values['iban'] ?? writtenIban(settings?.iban ?? '')}
          error={errors['iban']}
        />
        <TextField
          name="bic"
          label="BIC"
          size="medium"
          autocomplete="off"
          value={values['bic'] ?? settings?.bic}
          error={errors['bic']}
        />
        <TextField
          name="chequeOrder"
          label="Ordre des chèques"
          hint="Sans ordre, le chèque n’est pas proposé."
          value={values['chequeOrder'] ?? settings?.chequeOrder}
          error={errors['chequeOrder']}
        />
        <TextArea
          name="chequeAddress"
          label="Où les envoyer"
          rows={3}
          value={values['chequeAddress'] ?? settings?.chequeAddress}
          error={errors['chequeAddress']}
        />
        <SwitchField
          name="takesOnSite"
          label="Accepter le paiement sur place, le jour même"
          checked={isTyped ? values['takesOnSite'] === 'oui' : (settings?.takesOnSite ?? true)}
        />
        <SubmitBar label="Enregistrer" />
      </Form>
    </Panel>
  );
}

/** What invoices and receipts say of the hub. */
export function InvoicesForm(props: SettingsFormProps): JSX.Element {
  const {
    settings,
    typed: { values, errors },
  } = props;
  return (
    <Panel title="Factures et reçus">
      <Form
        action={paths.invoiceSettings}
        label="Factures et reçus"
        errors={summaryOf(errors)}
        hidden={hiddenOf(props)}
      >
        <TextField
          name="sellerName"
          label="Nom officiel"
          hint="Vide : celui des mentions légales du site."
          value={values['sellerName'] ?? settings?.sellerName}
          error={errors['sellerName']}
        />
        <TextArea
          name="sellerAddress"
          label="Adresse du siège"
          hint="Vide : celle des coordonnées du site."
          rows={3}
          value={values['sellerAddress'] ?? settings?.sellerAddress}
          error={errors['sellerAddress']}
        />
        <TextField
          name="siren"
          label="SIREN ou SIRET"
          size="medium"
          inputmode="numeric"
          value={values['siren'] ?? settings?.siren}
          error={errors['siren']}
        />
        <TextField
          name="trainingNumber"
          label="Numéro de déclaration d’activité"
          hint="Pour un organisme de formation."
          size="medium"
          value={values['trainingNumber'] ?? settings?.trainingNumber}
          error={errors['trainingNumber']}
        />
        <RadioGroup
          name="vatRule"
          label="TVA"
          value={values['vatRule'] ?? settings?.vatRule ?? 'franchise'}
          choices={[
            { value: 'franchise', label: 'Franchise en base', hint: vatWords.franchise },
            { value: 'training', label: 'Formation exonérée', hint: vatWords.training },
            { value: 'nonprofit', label: 'Organisme sans but lucratif', hint: vatWords.nonprofit },
            { value: 'other', label: 'Autre mention, écrite dessous' },
          ]}
          error={errors['vatRule']}
        />
        <TextField
          name="vatWords"
          label="Autre mention de TVA"
          value={values['vatWords'] ?? settings?.vatWords}
          error={errors['vatWords']}
        />
        <TextField
          name="paymentDays"
          label="Délai de paiement, en jours"
          type="number"
          size="short"
          value={values['paymentDays'] ?? String(settings?.paymentDays ?? 30)}
          error={errors['paymentDays']}
        />
        <TextArea
          name="invoiceWords"
          label="Un mot au bas des factures"
          rows={2}
          value={values['invoiceWords'] ?? settings?.invoiceWords}
          error={errors['invoiceWords']}
        />
        <SubmitBar label="Enregistrer" />
      </Form>
    </Panel>
  );
}
