import type { VNode } from 'preact';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';

interface Props {
  formKey: string;
  typed: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
}

/** Adding a person, with or without an address. */
export function NewPersonPage({ formKey, typed, fields }: Props): VNode {
  return (
    <Form
      action={paths.newPerson}
      hidden={{ _cle: formKey }}
      errors={Object.entries(fields).map(([field, message]) => ({ field, message }))}
    >
      <FieldRow>
        <TextField name="givenName" label="Prénom" value={typed.givenName} error={fields.givenName} grow />
        <TextField name="familyName" label="Nom" value={typed.familyName} error={fields.familyName} grow />
      </FieldRow>
      <TextField
        name="email"
        label="E-mail"
        hint="Laissez vide si la personne n’en a pas : on peut tout faire pour elle d’ici."
        type="email"
        value={typed.email}
        error={fields.email}
      />
      <TextField name="phone" label="Téléphone" type="tel" value={typed.phone} error={fields.phone} />
      <TextArea
        name="notes"
        label="Remarques"
        hint="Vues par l’équipe, et par la personne si elle demande ses données."
        value={typed.notes}
        error={fields.notes}
        rows={3}
      />
      <SubmitBar label="Ajouter" cancelHref={paths.people} />
    </Form>
  );
}
