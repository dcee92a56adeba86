import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import { fieldOf, type RelationFormProps } from '../relations/relation-form.ts';

const cancel = ({ cancelHref }: RelationFormProps) => (cancelHref ? { cancelHref } : {});

/** With whom a home or a mailbox is shared. */
export function HouseholdForm(props: RelationFormProps): JSX.Element {
  return (
    <Form
      action={props.action}
      hidden={{ [formKeyField]: props.formKey }}
      errors={props.inline ? [] : summaryOf(props.errors ?? {})}
      label="Même foyer"
    >
      <Combobox
        {...fieldOf(props, 'other')}
        label="Partage son foyer ou sa boîte avec"
        source={paths.peopleNames}
        required
      />
      <SubmitBar label="C’est le même foyer" kind="ghost" {...cancel(props)} />
    </Form>
  );
}

/** Who may act for someone. */
export function DelegateForm(props: RelationFormProps): JSX.Element {
  return (
    <Form
      action={props.action}
      hidden={{ [formKeyField]: props.formKey }}
      errors={props.inline ? [] : summaryOf(props.errors ?? {})}
      label="Agit pour elle"
    >
      <Combobox {...fieldOf(props, 'other')} label="Qui agit pour elle" source={paths.peopleNames} required />
      <TextField {...fieldOf(props, 'purpose')} label="Pour quoi" hint="« ses inscriptions », « tout son courrier »." />
      <SubmitBar label="Enregistrer" kind="ghost" {...cancel(props)} />
    </Form>
  );
}
