import type { JSX } from 'preact';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { perimeterNames, perimeters } from '../../../domain/perimeters.ts';
import { officePaths } from '../../../paths.ts';
import { fieldOf, type EditorFormProps } from './field-props.ts';

/** Who organises: the hub, structures of the directory, or names. */
export function WhoFields(props: EditorFormProps): JSX.Element {
  const { typed, errors, choices } = props;
  const field = fieldOf(props);
  const isOwn = typed.values['isOwn'] === 'oui';
  const names = [...typed.organizers, ''];
  const organizers = (
    <>
      {names.map((name, row) => (
        <Combobox
          name={`organizer.${row}`}
          label={names.length === 1 ? 'Structure qui organise' : `Structure ${row + 1}`}
          hint={row === 0 ? 'Elle est dans l’annuaire, ou écrivez son nom. Enregistrez pour en ajouter une autre.' : ''}
          value={name}
          source={officePaths.organizations}
          error={errors[`organizer.${row}`]}
        />
      ))}
      {choices.runs && (
        <RadioGroup
          {...field('perimeter')}
          label="Quand ce n’est pas le pôle : pourquoi dans cet agenda ?"
          hint={choices.perimeterNote}
          value={typed.values['perimeter'] || 'declared'}
          choices={perimeters.map((perimeter) => ({ value: perimeter, label: perimeterNames[perimeter] }))}
        />
      )}
    </>
  );
  if (!choices.runs) return <Fieldset legend="Qui organise ?">{organizers}</Fieldset>;
  return (
    <Fieldset legend="Qui organise ?" name="isOwn">
      <Checkbox name="isOwn" id="champ-le-pole" label="Le pôle" checked={isOwn} />
      <details class="editor-more" open={!isOwn || typed.organizers.length > 0}>
        <summary>{isOwn ? 'Avec d’autres' : 'Une structure, un partenaire'}</summary>
        {organizers}
      </details>
    </Fieldset>
  );
}
