import type { JSX } from 'preact';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';

interface SenderFieldsProps {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly defaultName: string;
}

/** Who proposes, when nobody is signed in: to answer her, and for nothing else. */
export function SenderFields({ values, errors, defaultName }: SenderFieldsProps): JSX.Element {
  return (
    <Fieldset legend="Vous" hint="Pour vous dire ce que devient votre proposition. Rien de cela n’est publié.">
      <TextField
        name="name"
        label="Votre nom"
        required
        autocomplete="name"
        value={values['name'] ?? defaultName}
        error={errors['name']}
      />
      <FieldRow>
        <TextField
          name="email"
          type="email"
          label="Votre adresse électronique"
          autocomplete="email"
          value={values['email']}
          error={errors['email']}
          grow
        />
        <TextField
          name="phone"
          type="tel"
          label="Ou votre téléphone"
          autocomplete="tel"
          value={values['phone']}
          error={errors['phone']}
        />
      </FieldRow>
      <Checkbox
        name="asked"
        label="Les visiteurs peuvent m’écrire par le site"
        hint="Leurs messages vous parviennent par mail, votre adresse reste cachée."
        checked={values['asked'] === 'oui'}
      />
    </Fieldset>
  );
}
