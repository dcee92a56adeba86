import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { Typed } from '../../web/form-answer.ts';
import type { AgreementRow } from '../queries/agreements.ts';

const euros = (cents: number | null | undefined): string =>
  cents === null || cents === undefined ? '' : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ',');

/** What an agreement says, to write or to change. */
export function AgreementForm({
  exchange,
  action,
  row,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly action: string;
  readonly row: AgreementRow | null;
  readonly typed: Typed;
}): JSX.Element {
  const field = (name: string, kept: string | null | undefined) => ({
    name,
    value: values[name] ?? kept ?? '',
    error: errors[name],
  });
  return (
    <Form
      action={action}
      label="La convention"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey, version: String(row?.version ?? 0) }}
    >
      <TextField {...field('title', row?.title)} label="Titre" required />
      <Combobox
        {...field('partner', row?.partner)}
        label="Avec qui"
        hint="Une structure de l’annuaire, ou tout autre nom."
        source={`${paths.join}/structures`}
        required
      />
      <TextField {...field('contact', row?.contact)} label="À joindre" hint="Nom, fonction, mail, téléphone." />
      <FieldRow>
        <DateField {...field('startsOn', row?.startsOn.toString())} label="Début" required />
        <DateField {...field('endsOn', row?.endsOn?.toString())} label="Fin" hint="Vide : sans fin." />
        <DateField {...field('signedOn', row?.signedOn?.toString())} label="Signée le" />
        <TextField
          {...field('noticeDays', String(row?.noticeDays ?? 90))}
          label="Prévenir avant la fin, en jours"
          inputmode="numeric"
          size="short"
        />
      </FieldRow>
      <FieldRow>
        <TextField
          {...field('amount', euros(row?.amount))}
          label="Somme par an, en euros"
          inputmode="decimal"
          size="short"
        />
        <TextField {...field('amountWords', row?.amountWords)} label="Comment elle est versée" grow />
      </FieldRow>
      <TextArea {...field('notes', row?.notes)} label="Notes" rows={4} />
      {row && (
        <Checkbox name="isEnded" value="oui" label="Cette convention est terminée" checked={row.endedAt !== null} />
      )}
      <SubmitBar label="Enregistrer" />
    </Form>
  );
}
