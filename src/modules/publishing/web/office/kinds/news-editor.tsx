import { DateField } from '#ui/fields/date-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { newsTopics } from '../../../content/news.ts';
import type { ContentOf } from '../../../content/publication-fields.ts';
import { topicNames } from '../../texts.ts';
import type { KindEditor } from '../kind-editor.ts';

/** What a news item has of its own. */
export const newsEditor: KindEditor<'news'> = {
  common: {
    title: { label: 'Titre', hint: 'Ce qui se passe, en une phrase.' },
    brief: { label: 'Chapeau', hint: 'L’essentiel en deux ou trois phrases : beaucoup ne liront que cela.' },
    photo: { label: 'Photo' },
    body: { label: 'Texte' },
    line: { label: 'En une ligne', hint: 'Pour les listes et les messages courts. Vide, elle est tirée du chapeau.' },
    organization: { label: 'Structure qui parle', hint: 'Laissez vide quand c’est le pôle.' },
    authorName: { label: 'À qui s’adresser', hint: 'Un nom, affiché sur la page.' },
    happenedOn: { label: 'Jour dont on parle', hint: 'S’il y en a un : une ouverture, une date limite.' },
  },
  fields: ({ content, errors }) => (
    <>
      <Select
        name="content.topic"
        label="Sujet"
        choices={newsTopics.map((topic) => ({ value: topic, label: topicNames[topic] }))}
        value={content.topic}
        error={errors['content.topic']}
      />
      <details class="editor-tags" open={hasRareWords(content, errors)}>
        <summary>Autre structure, lien, une, radio</summary>
        <TextField
          name="content.speaker"
          label="Structure qui n’est pas dans l’annuaire"
          hint="Son nom, quand la structure qui parle n’a pas de fiche."
          maxlength={120}
          value={content.speaker}
          error={errors['content.speaker']}
        />
        <TextField
          name="content.link"
          label="En lire plus ailleurs"
          type="url"
          value={content.link}
          error={errors['content.link']}
        />
        <DateField
          name="content.pinnedUntil"
          label="Garder en tête de liste jusqu’au"
          value={content.pinnedUntil ?? ''}
          error={errors['content.pinnedUntil']}
        />
        <TextArea
          name="content.radio"
          label="Brève radio"
          hint="À dire en vingt à trente secondes. Vide, elle est tirée du chapeau."
          rows={3}
          limit={600}
          value={content.radio}
          error={errors['content.radio']}
        />
      </details>
    </>
  ),
  read: ({ values }, former) => ({
    topic: values['content.topic'] ?? former.topic,
    speaker: values['content.speaker'] ?? former.speaker,
    link: values['content.link'] ?? former.link,
    pinnedUntil:
      values['content.pinnedUntil'] === undefined ? former.pinnedUntil : values['content.pinnedUntil'] || null,
    radio: values['content.radio'] ?? former.radio,
  }),
};

/** Whether what few news items need holds something, or is wrong: it is shown at once. */
function hasRareWords(content: ContentOf<'news'>, errors: Readonly<Record<string, string>>): boolean {
  const rare = ['speaker', 'link', 'pinnedUntil', 'radio'] as const;
  return rare.some((name) => Boolean(content[name]) || errors[`content.${name}`] !== undefined);
}
