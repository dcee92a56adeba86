import type { JSX } from 'preact';
import { CheckboxGroup, Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { courseFormats, financingNames, financings, formatNames } from '../../domain/course.ts';
import type { StoredCourse } from '../../queries/stored-course.ts';
import { eurosOf, hoursOf, type TypedHere } from '../typed.ts';
import { priceRows } from './course-input.ts';

type TextName =
  | 'objectives'
  | 'public'
  | 'prerequisites'
  | 'programme'
  | 'method'
  | 'means'
  | 'assessment'
  | 'accessibility';

const texts: readonly { name: TextName; label: string; hint?: string; rows?: number }[] = [
  { name: 'objectives', label: 'Objectifs', hint: 'Un par ligne : « Tenir un budget d’association ».' },
  { name: 'public', label: 'Pour qui', rows: 2 },
  { name: 'prerequisites', label: 'Prérequis', hint: 'Vide : aucun.', rows: 2 },
  { name: 'programme', label: 'Programme', hint: 'Une idée par ligne.', rows: 8 },
  { name: 'method', label: 'Méthode', rows: 3 },
  { name: 'means', label: 'Moyens, à apporter', rows: 3 },
  { name: 'assessment', label: 'Comment on sait que c’est acquis', rows: 3 },
  { name: 'accessibility', label: 'Accessibilité', rows: 2 },
];

/** The fields of a course. */
export function CourseFieldset({
  course,
  typed: { values, all, errors },
  themes,
  audiences,
  provider,
}: {
  readonly course: StoredCourse | null;
  readonly typed: TypedHere;
  readonly themes: readonly { id: string; label: string }[];
  readonly audiences: readonly { tag: string; label: string }[];
  readonly provider: string;
}): JSX.Element {
  const isTyped = Object.keys(values).length > 0;
  const chosen = (name: string, stored: readonly string[] | undefined) => (isTyped ? all(name) : (stored ?? []));
  return (
    <>
      <TextField name="title" label="Titre" required value={values['title'] ?? course?.title} error={errors['title']} />
      <TextField name="brief" label="En une phrase" value={values['brief'] ?? course?.brief} error={errors['brief']} />
      <RadioGroup
        name="isOwn"
        label="Qui la propose ?"
        inline
        value={values['isOwn'] ?? ((course?.isOwn ?? true) ? 'oui' : 'non')}
        choices={[
          { value: 'oui', label: 'Le pôle' },
          { value: 'non', label: 'Un autre organisme' },
        ]}
      />
      <FieldRow>
        <TextField
          name="providerName"
          label="Autre organisme"
          hint="Son nom ; sa fiche de l’annuaire est reconnue."
          value={values['providerName'] ?? provider}
          error={errors['providerName']}
          grow
        />
        <TextField
          name="providerUrl"
          label="Son site"
          value={values['providerUrl'] ?? course?.providerUrl}
          error={errors['providerUrl']}
          grow
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="minutes"
          label="Durée en heures"
          required
          size="short"
          inputmode="decimal"
          value={values['minutes'] ?? hoursOf(course?.minutes ?? 420)}
          error={errors['minutes']}
        />
        <Select
          name="format"
          label="Format"
          value={values['format'] ?? course?.format ?? 'onsite'}
          choices={courseFormats.map((value) => ({ value, label: formatNames[value] }))}
        />
      </FieldRow>
      <Checkbox
        name="isForSchools"
        label="C’est un module à tenir dans une classe ou un établissement"
        checked={isTyped ? values['isForSchools'] === 'oui' : course?.isForSchools}
      />
      {texts.map(({ name, label, hint, rows = 4 }) => (
        <TextArea
          name={name}
          label={label}
          {...(hint ? { hint } : {})}
          rows={rows}
          value={values[name] ?? course?.[name]}
          error={errors[name]}
        />
      ))}
      <TextField
        name="accessibilityContact"
        label="Référent·e handicap"
        hint="Nom et moyen de la joindre, montrés à tout le monde."
        value={values['accessibilityContact'] ?? course?.accessibilityContact}
        error={errors['accessibilityContact']}
      />
      <Fieldset legend="Tarifs" large hint="Selon qui l’on est. 0 pour gratuit." error={errors['prices']}>
        {Array.from({ length: Math.max(priceRows, (course?.prices.length ?? 0) + 1) }, (_, index) => (
          <FieldRow>
            <TextField
              name={`prices.${index}.label`}
              label={`Tarif ${index + 1}, pour`}
              value={values[`prices.${index}.label`] ?? course?.prices[index]?.label}
              error={errors[`prices.${index}.label`]}
              grow
            />
            <TextField
              name={`prices.${index}.cents`}
              label={`Prix ${index + 1} en euros`}
              size="short"
              inputmode="decimal"
              value={values[`prices.${index}.cents`] ?? priceText(course, index)}
              error={errors[`prices.${index}.cents`]}
            />
          </FieldRow>
        ))}
        <TextField
          name="priceNote"
          label="Note sur le prix"
          value={values['priceNote'] ?? course?.priceNote}
          error={errors['priceNote']}
        />
      </Fieldset>
      <CheckboxGroup
        name="financing"
        label="Financements possibles"
        inline
        values={chosen('financing', course?.financing)}
        choices={financings.map((value) => ({ value, label: financingNames[value] }))}
      />
      {audiences.length > 0 && (
        <CheckboxGroup
          name="audiences"
          label="Elle s’adresse à"
          inline
          values={chosen('audiences', course?.audiences)}
          choices={audiences.map(({ tag, label }) => ({ value: tag, label }))}
        />
      )}
      {themes.length > 0 && (
        <CheckboxGroup
          name="themes"
          label="Thèmes"
          inline
          values={chosen('themes', course?.themes)}
          choices={themes.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
    </>
  );
}

function priceText(course: StoredCourse | null, index: number): string | undefined {
  const price = course?.prices[index];
  return price && eurosOf(price.cents);
}
