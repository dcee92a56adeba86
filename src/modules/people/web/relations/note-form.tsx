import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { noteKindNames, noteKinds } from '../../domain/note-kinds.ts';
import { fieldOf, type RelationFormProps } from './relation-form.ts';

/** What the team wants to remember of an exchange. */
export function NoteForm(props: RelationFormProps & { readonly version?: number }): JSX.Element {
  const isNew = props.version === undefined;
  return (
    <Form
      action={props.action}
      hidden={{ [formKeyField]: props.formKey, ...(isNew ? {} : { version: String(props.version) }) }}
      errors={props.inline ? [] : summaryOf(props.errors ?? {})}
      label={isNew ? 'Noter un échange' : 'Corriger la note'}
    >
      <FieldRow>
        <Select
          {...fieldOf(props, 'kind')}
          label="Quoi"
          choices={noteKinds.map((value) => ({ value, label: noteKindNames[value] }))}
        />
        <DateField {...fieldOf(props, 'happenedOn')} label="Le" />
      </FieldRow>
      <TextArea
        {...fieldOf(props, 'text')}
        label="Ce qu’il faut retenir"
        hint="La personne peut demander à le lire : restez factuel."
        rows={4}
        limit={5000}
        required
      />
      <SubmitBar
        label={isNew ? 'Garder cette note' : 'Enregistrer'}
        kind={isNew ? 'ghost' : 'primary'}
        {...(props.cancelHref ? { cancelHref: props.cancelHref } : {})}
      />
    </Form>
  );
}
