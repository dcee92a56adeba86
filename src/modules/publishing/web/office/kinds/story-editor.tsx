import type { JSX } from 'preact';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { KindEditor, KindFieldsProps } from '../kind-editor.ts';

const mostFigures = 4;
const places = Array.from({ length: mostFigures }, (_, place) => place);

/** A story told before and after. */
export const storyEditor: KindEditor<'story'> = {
  common: {
    title: { label: 'Titre', hint: '« L’épicerie de Maure tient debout, à quarante ».' },
    brief: { label: 'En deux phrases', hint: 'Beaucoup ne liront que cela.' },
    photo: { label: 'Photo', hint: 'Des personnes et un lieu, plutôt qu’un logo.' },
    body: { label: 'L’histoire' },
    organization: { label: 'Structure qui raconte', hint: 'Laissez vide quand c’est le pôle.' },
    authorName: { label: 'À qui en parler' },
    happenedOn: { label: 'Quand' },
  },
  fields: StoryFields,
  read: ({ values }, former) => ({
    ...former,
    before: values['content.before'] ?? former.before,
    after: values['content.after'] ?? former.after,
    quote: values['content.quote'] ?? former.quote,
    quoteBy: values['content.quoteBy'] ?? former.quoteBy,
    place: values['content.place'] ?? former.place,
    isFavourite: values['content.isFavourite'] === 'oui',
    figures: places
      .map((place) => ({
        value: values[`content.figures.${place}.value`]?.trim() ?? '',
        label: values[`content.figures.${place}.label`]?.trim() ?? '',
      }))
      .filter(({ value, label }) => value !== '' || label !== ''),
  }),
};

function StoryFields({ content, errors }: KindFieldsProps<'story'>): JSX.Element {
  const field = (name: string) => ({ name: `content.${name}`, error: errors[`content.${name}`] });
  return (
    <>
      <TextArea
        {...field('before')}
        label="Avant"
        hint="La situation de départ, en deux ou trois phrases."
        rows={3}
        limit={600}
        value={content.before}
      />
      <TextArea {...field('after')} label="Après" hint="Ce qui a changé." rows={3} limit={600} value={content.after} />
      <Fieldset
        legend="Les chiffres qui parlent"
        name="content.figures"
        hint="Jusqu’à quatre : « 40 », « familles associées »."
        error={errors['content.figures']}
      >
        {places.map((place) => (
          <FieldRow>
            <TextField
              {...field(`figures.${place}.value`)}
              label={`Chiffre ${place + 1}`}
              size="short"
              value={content.figures[place]?.value}
            />
            <TextField
              {...field(`figures.${place}.label`)}
              label="Ce qu’il compte"
              grow
              value={content.figures[place]?.label}
            />
          </FieldRow>
        ))}
      </Fieldset>
      <TextArea
        {...field('quote')}
        label="Une phrase entendue"
        hint="Sans guillemets : ils viennent tout seuls."
        rows={2}
        limit={400}
        value={content.quote}
      />
      <TextField {...field('quoteBy')} label="Dite par" hint="« Rozenn, trésorière »." value={content.quoteBy} />
      <TextField {...field('place')} label="Lieu" value={content.place} />
      <Checkbox
        {...field('isFavourite')}
        label="Coup de cœur du pôle : en tête de liste"
        checked={content.isFavourite}
      />
    </>
  );
}
