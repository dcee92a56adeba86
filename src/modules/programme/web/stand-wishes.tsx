import type { JSX } from 'preact';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { numberOf, type Typed } from './typed.ts';

/** What a stand is and needs, as typed by a structure or by the team. */
export function StandWishes({ typed: { values, errors } }: { readonly typed: Typed }): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <TextField {...field('name')} label="Structure" required autocomplete="organization" />
      <TextArea
        {...field('activity')}
        label="Ce qu’on trouvera sur le stand"
        hint="Deux lignes suffisent : elles paraissent dans le programme."
        rows={3}
        limit={600}
      />
      <FieldRow>
        <TextField {...field('places')} label="Emplacements" type="number" size="short" />
        <TextField {...field('tables')} label="Tables" type="number" size="short" />
        <TextField {...field('chairs')} label="Chaises" type="number" size="short" />
      </FieldRow>
      <Checkbox name="needsSocket" label="Il me faut une prise" checked={values['needsSocket'] === 'oui'} />
      <Checkbox name="needsWall" label="Il me faut un mur ou des grilles" checked={values['needsWall'] === 'oui'} />
      <TextArea {...field('needsNote')} label="Autre chose à savoir" rows={2} limit={600} />
      <TextField {...field('contactName')} label="Votre nom" autocomplete="name" />
      <TextField {...field('email')} label="E-mail" type="email" autocomplete="email" />
      <TextField {...field('phone')} label="Téléphone" type="tel" autocomplete="tel" />
    </>
  );
}

/** The same for the command. */
export function wishesOf(values: Typed['values']) {
  return {
    name: values['name'] ?? '',
    activity: values['activity'] ?? '',
    places: numberOf(values['places'], 1),
    tables: numberOf(values['tables'], 1),
    chairs: numberOf(values['chairs'], 2),
    needsSocket: values['needsSocket'] === 'oui',
    needsWall: values['needsWall'] === 'oui',
    needsNote: values['needsNote'] ?? '',
    contactName: values['contactName'] ?? '',
    email: values['email'] ?? '',
    phone: values['phone'] ?? '',
  };
}

export const usualWishes: Readonly<Record<string, string>> = { places: '1', tables: '1', chairs: '2' };
