import type { JSX } from 'preact';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { watchTopics } from '../../../content/network.ts';
import { watchTopicNames } from '../../texts.ts';
import type { KindEditor, KindFieldsProps } from '../kind-editor.ts';

/** A short dated item with its source: four fields, and it is done. */
export const watchEditor: KindEditor<'watch'> = {
  common: {
    title: { label: 'L’information', hint: 'En une phrase : ce qui change, pour qui.' },
    brief: { label: 'En deux phrases', hint: 'Ce qu’il faut en retenir, ici, sur le territoire.' },
    happenedOn: { label: 'Date de l’information' },
    organization: { label: 'Structure qui la signale', hint: 'Laissez vide quand c’est le pôle.' },
  },
  fields: WatchFields,
  read: (form, former) => ({
    ...former,
    topic: form.values['content.topic'] || former.topic,
    sourceName: form.values['content.sourceName'] ?? '',
    link: form.values['content.link'] ?? '',
  }),
};

export function WatchFields({ content, errors }: Pick<KindFieldsProps<'watch'>, 'content' | 'errors'>): JSX.Element {
  return (
    <>
      <FieldRow>
        <TextField
          name="content.sourceName"
          label="Source"
          hint="Qui le dit : « Légifrance », « Avise »."
          value={content.sourceName}
          maxlength={160}
          grow
          error={errors['content.sourceName']}
        />
        <Select
          name="content.topic"
          label="Rubrique"
          value={content.topic}
          choices={watchTopics.map((value) => ({ value, label: watchTopicNames[value] }))}
          error={errors['content.topic']}
        />
      </FieldRow>
      <TextField
        name="content.link"
        type="url"
        label="Adresse de la source"
        hint="https://…"
        value={content.link}
        error={errors['content.link']}
      />
    </>
  );
}
