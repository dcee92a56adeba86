import type { JSX } from 'preact';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { verdicts } from '../../../content/network.ts';
import { findPublished } from '../../../queries/find-published.ts';
import { verdictNames } from '../../texts.ts';
import type { KindEditor, KindFieldsProps } from '../kind-editor.ts';

const mostResources = 300;

/** What was tried, what came of it, what others may learn. */
export const experienceEditor: KindEditor<'experience'> = {
  common: {
    title: { label: 'Titre', hint: '« Un poste d’animatrice partagé entre trois associations ».' },
    brief: { label: 'En deux phrases' },
    photo: { label: 'Photo' },
    organization: { label: 'Structure qui raconte', hint: 'Laissez vide quand c’est le pôle.' },
    authorName: { label: 'À qui en parler' },
    happenedOn: { label: 'Quand' },
  },
  fields: ExperienceEditorFields,
  read: (form, former) => ({
    ...former,
    verdict: form.values['content.verdict'] || former.verdict,
    context: form.values['content.context'] ?? '',
    tried: form.values['content.tried'] ?? '',
    learned: form.values['content.learned'] ?? '',
    resourceId: form.values['content.resourceId'] || null,
  }),
  more: async (ctx) => ({ related: await findPublished(ctx.db, 'resource', '', mostResources) }),
};

function ExperienceEditorFields({ content, errors, choices }: KindFieldsProps<'experience'>): JSX.Element {
  const { related = [] } = choices;
  return (
    <>
      <ExperienceFields content={content} errors={errors} />
      {related.length > 0 && (
        <Select
          name="content.resourceId"
          label="Ressource liée"
          placeholder="Aucune"
          value={content.resourceId ?? ''}
          choices={related.map(({ id, label }) => ({ value: id, label }))}
          error={errors['content.resourceId']}
        />
      )}
    </>
  );
}

/** The same questions for whoever proposes. */
export function ExperienceFields({
  content,
  errors,
}: Pick<KindFieldsProps<'experience'>, 'content' | 'errors'>): JSX.Element {
  return (
    <>
      <RadioGroup
        name="content.verdict"
        label="Verdict"
        inline
        value={content.verdict}
        choices={verdicts.map((value) => ({ value, label: verdictNames[value] }))}
        error={errors['content.verdict']}
      />
      <TextArea
        name="content.context"
        label="La situation de départ"
        rows={3}
        limit={1000}
        value={content.context}
        error={errors['content.context']}
      />
      <TextArea
        name="content.tried"
        label="Ce qui a été fait"
        rows={4}
        limit={2000}
        value={content.tried}
        error={errors['content.tried']}
      />
      <TextArea
        name="content.learned"
        label="Ce qu’on en retient"
        hint="Ce que vous diriez à quelqu’un qui veut essayer."
        rows={4}
        limit={2000}
        value={content.learned}
        error={errors['content.learned']}
      />
    </>
  );
}
