import type { JSX } from 'preact';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { fieldOf, type EditorFormProps } from './field-props.ts';

/** Where it is: a known place by its name, a new one with its town, or online. */
export function WhereFields(props: EditorFormProps): JSX.Element {
  const { typed, errors, choices } = props;
  const field = fieldOf(props);
  const isNew = Boolean(typed.values['newCity'] || errors['newCity'] || typed.values['newStreet']);
  const isOnline = typed.values['attendance'] !== 'onsite' && Boolean(typed.values['attendance']);
  const hasMore = isOnline || Boolean(typed.values['placeNote'] || errors['onlineLink']);
  return (
    <>
      <Combobox
        {...field('venue')}
        label="Lieu"
        hint="Tapez quelques lettres : les lieux déjà connus se proposent."
        options={choices.venues}
      />
      <details class="editor-more" open={isNew}>
        <summary>C’est un nouveau lieu</summary>
        <FieldRow>
          <TextField {...field('newCity')} label="Sa commune" hint="Il sera ajouté aux lieux connus." />
          <TextField {...field('newStreet')} label="Sa rue" hint="Si vous la connaissez." />
        </FieldRow>
      </details>
      <details class="editor-more" open={hasMore}>
        <summary>En ligne, salle, entrée</summary>
        <RadioGroup
          name="attendance"
          label="Comment y participe-t-on ?"
          inline
          value={typed.values['attendance'] || 'onsite'}
          choices={[
            { value: 'onsite', label: 'Sur place' },
            { value: 'online', label: 'En ligne' },
            { value: 'mixed', label: 'Les deux' },
          ]}
        />
        <TextField
          {...field('onlineLink')}
          label="Lien de la réunion en ligne"
          type="url"
          placeholder="https://"
          inputmode="url"
        />
        <Checkbox
          name="isLinkPublic"
          label="Montrer ce lien à tout le monde"
          hint="Sinon, seules les personnes inscrites le reçoivent."
          checked={typed.values['isLinkPublic'] === 'oui'}
        />
        <TextField
          {...field('placeNote')}
          label="Précision sur le lieu"
          hint="« Salle du haut, entrée par la cour »."
          maxlength={280}
        />
      </details>
    </>
  );
}
