import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DateField } from '#ui/fields/date-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { relationStatuses, statusNames } from '../../domain/relation-statuses.ts';
import { fieldOf, type RelationFormProps } from './relation-form.ts';

/** What someone is to the hub, from when. */
export function StatusForm(props: RelationFormProps): JSX.Element {
  return (
    <Form
      action={props.action}
      hidden={{ [formKeyField]: props.formKey }}
      errors={props.inline ? [] : summaryOf(props.errors ?? {})}
      label="Ajouter un statut"
    >
      <Select
        {...fieldOf(props, 'status')}
        label="Statut"
        choices={relationStatuses.map((value) => ({ value, label: statusNames[value] }))}
      />
      <DateField {...fieldOf(props, 'since')} label="Depuis le" hint="Laissé vide : aujourd’hui." />
      <TextField
        {...fieldOf(props, 'note')}
        label="Précision"
        hint="« Élue à l’action sociale », « Financeur de la saison 2026 »."
      />
      <SubmitBar
        label="Ajouter ce statut"
        kind="ghost"
        {...(props.cancelHref ? { cancelHref: props.cancelHref } : {})}
      />
    </Form>
  );
}
