import type { JSX } from 'preact';
import { formatNumber } from '#platform/french/index.ts';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { figureTopics } from '../../../domain/figures/figure-topics.ts';
import { readNumber } from '../../../domain/figures/read-number.ts';
import type { StoredFigure } from '../../../queries/figures/figures.ts';
import { topicTitles } from '../../figure-words.ts';
import { figuresOffice } from './figures-paths.ts';

export type FigureValues = Readonly<Record<string, string>>;

/** The fields of a figure as a form shows them. */
export function valuesOf(figure: StoredFigure): FigureValues {
  return {
    label: figure.label,
    value: formatNumber(figure.value, { decimals: 6 }),
    unit: figure.unit,
    sourceName: figure.sourceName,
    sourceUrl: figure.sourceUrl,
    asOf: figure.asOf.toString(),
    perimeter: figure.perimeter,
    note: figure.note,
    topic: figure.topic,
    isFeatured: figure.isFeatured ? 'oui' : '',
  };
}

/** What the form sends, for the command to check. */
export function figureInput(values: FigureValues) {
  const text = (name: string): string => values[name] ?? '';
  return {
    label: text('label'),
    // What is not a number is refused beside its field.
    value: readNumber(text('value')) ?? Number.NaN,
    unit: text('unit'),
    sourceName: text('sourceName'),
    sourceUrl: text('sourceUrl'),
    asOf: text('asOf'),
    perimeter: text('perimeter'),
    note: text('note'),
    topic: text('topic'),
    isFeatured: values['isFeatured'] === 'oui',
  };
}

interface FigureFormProps {
  readonly action: string;
  readonly values: FigureValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly draft: string;
}

export function FigureForm({ action, values, errors, hidden, draft }: FigureFormProps): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  const summary = Object.entries(errors).map(([name, message]) => (name ? { field: name, message } : { message }));
  return (
    <Form action={action} errors={summary} hidden={hidden} draft={draft} label="Chiffre clé">
      <FieldRow>
        <TextField
          {...field('value')}
          label="Le chiffre"
          required
          inputmode="decimal"
          size="medium"
          placeholder="1 410"
        />
        <TextField {...field('unit')} label="Unité" hint="%, €, km… ou rien." size="medium" />
      </FieldRow>
      <TextField
        {...field('label')}
        label="Ce qu’il compte"
        required
        hint="Comme on le lit après le chiffre : « emplois dans l’ESS »."
      />
      <FieldRow>
        <TextField
          {...field('sourceName')}
          label="Source"
          required
          hint="Insee, observatoire régional, comptage du pôle…"
          grow
        />
        <DateField {...field('asOf')} label="À la date du" required />
      </FieldRow>
      <TextField
        {...field('sourceUrl')}
        label="Adresse de la source"
        type="url"
        inputmode="url"
        placeholder="https://"
      />
      <TextField
        {...field('perimeter')}
        label="Territoire compté"
        required
        hint="Les deux intercommunalités, le département…"
      />
      <TextArea
        {...field('note')}
        label="Une précision"
        rows={3}
        limit={600}
        hint="Ce qui est compris, ce qui ne l’est pas."
      />
      <Select
        {...field('topic')}
        label="Sujet"
        choices={figureTopics.map((value) => ({ value, label: topicTitles[value] }))}
      />
      <Checkbox
        name="isFeatured"
        label="Mettre en avant à l’accueil"
        checked={values['isFeatured'] === 'oui'}
        error={errors['isFeatured']}
      />
      <SubmitBar label="Enregistrer" cancelHref={figuresOffice.list} />
    </Form>
  );
}
