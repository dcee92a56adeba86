import type { JSX } from 'preact';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { projectStages } from '../../../content/network.ts';
import { stageNames } from '../../texts.ts';
import type { KindEditor, KindFieldsProps } from '../kind-editor.ts';

/** A project on its way, with its one contact, whose mail and phone are never shown. */
export const projectEditor: KindEditor<'project'> = {
  common: {
    title: { label: 'Nom du projet' },
    line: { label: 'En une ligne', hint: 'Pour les listes.' },
    brief: { label: 'En deux phrases' },
    photo: { label: 'Photo' },
    body: { label: 'Le projet' },
    organization: { label: 'Structure qui le porte', hint: 'Laissez vide quand il n’y en a pas encore.' },
  },
  fields: ProjectFields,
  read: ({ values }, former) => ({
    ...former,
    stage: values['content.stage'] || former.stage,
    leader: values['content.leader'] ?? former.leader,
    place: values['content.place'] ?? former.place,
    needs: linesOf(values['content.needs'], former.needs),
    contactName: values['content.contactName'] ?? former.contactName,
    contactPhone: values['content.contactPhone'] ?? former.contactPhone,
    contactEmail: (values['content.contactEmail'] ?? former.contactEmail).trim(),
    isEmerging: values['content.isEmerging'] === 'oui',
  }),
};

/** One a line, blank ones left out. */
export function linesOf(text: string | undefined, former: readonly string[]): string[] {
  if (text === undefined) return [...former];
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•*]\s*/, '').trim())
    .filter(Boolean);
}

function ProjectFields({ content, errors }: KindFieldsProps<'project'>): JSX.Element {
  const field = (name: string) => ({ name: `content.${name}`, error: errors[`content.${name}`] });
  const needsError =
    errors['content.needs'] ?? Object.entries(errors).find(([name]) => name.startsWith('content.needs.'))?.[1];
  return (
    <>
      <Select
        {...field('stage')}
        label="Où en est-il ?"
        value={content.stage}
        choices={projectStages.map((value) => ({ value, label: stageNames[value] }))}
      />
      <TextField
        {...field('leader')}
        label="Qui le porte"
        hint="Un nom, un collectif… ou rien, si la personne préfère rester discrète."
        value={content.leader}
      />
      <TextField {...field('place')} label="Lieu" value={content.place} />
      <TextArea
        name="content.needs"
        label="Ce qu’il cherche"
        hint="Un besoin par ligne : « Un local de 80 m² », « Deux bénévoles le jeudi »."
        rows={4}
        value={content.needs.join('\n')}
        error={needsError}
      />
      <Fieldset
        legend="La personne à contacter"
        name="contact"
        hint="Son e-mail et son téléphone ne sont jamais montrés : le site transmet les messages."
      >
        <TextField {...field('contactName')} label="Nom montré" value={content.contactName} />
        <TextField
          {...field('contactEmail')}
          label="E-mail"
          type="email"
          hint="Vide, les messages passent par le pôle."
          value={content.contactEmail}
        />
        <TextField
          {...field('contactPhone')}
          label="Téléphone, pour l’équipe"
          type="tel"
          value={content.contactPhone}
        />
      </Fieldset>
      <Checkbox
        {...field('isEmerging')}
        label="Projet repéré par la veille, pas encore écrit"
        checked={content.isEmerging}
      />
    </>
  );
}
