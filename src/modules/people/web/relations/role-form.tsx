import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { roleKindNames, roleKinds } from '../../domain/role-kinds.ts';
import { paths } from '../../paths.ts';
import { fieldOf, type RelationFormProps } from './relation-form.ts';

interface RoleFormProps extends RelationFormProps {
  /** The side that is to be found: a structure from a person’s sheet, a person from a structure’s; none when it is known. */
  readonly other: 'structure' | 'person' | null;
}

/** What someone does in a structure. */
export function RoleForm(props: RoleFormProps): JSX.Element {
  return (
    <Form
      action={props.action}
      hidden={{ [formKeyField]: props.formKey }}
      errors={props.inline ? [] : summaryOf(props.errors ?? {})}
      label={props.other ? 'Ajouter un rôle' : 'Corriger le rôle'}
    >
      {props.other === 'structure' && (
        <Combobox {...fieldOf(props, 'other')} label="Structure" source={paths.structureNames} required />
      )}
      {props.other === 'person' && (
        <>
          <Combobox {...fieldOf(props, 'other')} label="Personne" source={paths.peopleNames} required />
          <Checkbox
            name="isNew"
            {...(props.inline ? { id: `${props.inline}-isNew` } : {})}
            label="C’est une nouvelle personne : l’ajouter sous ce nom"
            checked={props.values?.['isNew'] === 'oui'}
          />
        </>
      )}
      <FieldRow>
        <Select
          {...fieldOf(props, 'kind')}
          label="Rôle"
          choices={roleKinds.map((value) => ({ value, label: roleKindNames[value] }))}
        />
        <TextField {...fieldOf(props, 'function')} label="Fonction, si elle porte un autre nom" grow />
      </FieldRow>
      <FieldRow>
        <DateField {...fieldOf(props, 'startsOn')} label="Depuis le" />
        {!props.other && <DateField {...fieldOf(props, 'endsOn')} label="Jusqu’au" />}
      </FieldRow>
      <Checkbox
        name="receivesMail"
        {...(props.inline ? { id: `${props.inline}-receivesMail` } : {})}
        label="Reçoit ce que le pôle envoie à la structure"
        checked={props.values?.['receivesMail'] === 'oui'}
      />
      <SubmitBar
        label={props.other ? 'Ajouter ce rôle' : 'Enregistrer'}
        kind={props.other ? 'ghost' : 'primary'}
        {...(props.cancelHref ? { cancelHref: props.cancelHref } : {})}
      />
    </Form>
  );
}
