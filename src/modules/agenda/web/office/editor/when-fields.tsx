import type { JSX } from 'preact';
import { CheckboxGroup, RadioGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officePaths } from '../../../paths.ts';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import type { Rhythm } from '../../../domain/series-repetition.ts';
import { ClashList, DatesPreview } from './dates-preview.tsx';
import { fieldOf, type EditorFormProps } from './field-props.ts';
import { dayFrom } from './read-event-form.ts';

const rhythmNames: Readonly<Record<Exclude<Rhythm, 'own'>, string>> = {
  never: 'Une seule fois',
  daily: 'Tous les jours',
  weekly: 'Toutes les semaines',
  fortnightly: 'Une semaine sur deux',
  monthly_nth: 'Tous les mois, le même jour (« le 2e mardi »)',
  monthly_last: 'Tous les mois, le dernier (« le dernier vendredi »)',
  monthly_date: 'Tous les mois, à la même date (« le 12 »)',
  yearly: 'Tous les ans',
};

const dayNames = [
  { value: 'MO', label: 'lundi' },
  { value: 'TU', label: 'mardi' },
  { value: 'WE', label: 'mercredi' },
  { value: 'TH', label: 'jeudi' },
  { value: 'FR', label: 'vendredi' },
  { value: 'SA', label: 'samedi' },
  { value: 'SU', label: 'dimanche' },
];

const blankRows = 3;

/** When it is: a day, hours, and, folded, the days it lasts and comes again. */
export function WhenFields(props: EditorFormProps): JSX.Element {
  const { typed, errors, preview, today } = props;
  const field = fieldOf(props);
  const lasts = Boolean(typed.values['endsOn'] || errors['endsOn']);
  const repeats = (typed.values['rhythm'] ?? 'never') !== 'never' || typed.further.length > 0;
  return (
    <es-event-dates class="event-when" data-source={officePaths.preview}>
      <FieldRow>
        <DateField {...field('startsOn')} label="Jour" required />
        <TextField {...field('startsAt')} label="De" type="time" />
        <TextField {...field('endsAt')} label="À" type="time" />
      </FieldRow>
      <p class="field-hint">Sans heure, c’est toute la journée. Une soirée peut finir après minuit.</p>
      <details class="editor-more" open={lasts}>
        <summary>Sur plusieurs jours</summary>
        <DateField {...field('endsOn')} label="Dernier jour" />
      </details>
      <details class="editor-more" open={repeats || hasRepetitionError(errors)}>
        <summary>Il se répète</summary>
        <Repetition {...props} />
      </details>
      <DatesPreview preview={preview} />
      <ClashList clashes={preview.clashes} today={today} choices={props.choices} />
    </es-event-dates>
  );
}

function hasRepetitionError(errors: Readonly<Record<string, string>>): boolean {
  return Object.keys(errors).some((name) => /^(rhythm|until|times|also\.)/.test(name));
}

function Repetition(props: EditorFormProps): JSX.Element {
  const { typed, errors } = props;
  const field = fieldOf(props);
  const own = typed.values['rule'];
  const starts = dayFrom(typed.values['startsOn'] ?? '');
  const rows = [...typed.further, ...Array.from({ length: blankRows }, () => ({ on: '', from: '', to: '' }))];
  return (
    <>
      <Select
        {...field('rhythm')}
        label="Quand revient-il ?"
        choices={[
          ...Object.entries(rhythmNames).map(([value, label]) => ({ value, label })),
          ...(own && starts ? [{ value: 'own', label: ruleInFrench(own, starts) }] : []),
        ]}
        value={typed.values['rhythm'] ?? 'never'}
      />
      {own && <input type="hidden" name="rule" value={own} />}
      <div data-shown-for="weekly fortnightly">
        <CheckboxGroup
          name="days"
          label="Quels jours ?"
          hint="Aucun coché : le jour de la première date."
          inline
          choices={dayNames}
          values={typed.days}
        />
      </div>
      <div data-hidden-for="never own">
        <RadioGroup
          name="ends"
          label="Jusqu’à quand ?"
          inline
          value={typed.values['ends'] || 'never'}
          choices={[
            { value: 'never', label: 'Sans fin' },
            { value: 'until', label: 'Jusqu’à une date' },
            { value: 'times', label: 'Un nombre de fois' },
          ]}
        />
        <FieldRow>
          <DateField {...field('until')} label="Jusqu’au" />
          <TextField {...field('times')} label="Combien de fois" inputmode="numeric" size="short" />
        </FieldRow>
      </div>
      <details class="editor-more" open={typed.further.length > 0}>
        <summary>D’autres dates, une à une</summary>
        <Fieldset
          legend="Autres dates"
          name="also"
          hint="Sans heure, ce sont celles de la première date. Enregistrez pour avoir d’autres lignes."
        >
          {rows.map((row, index) => (
            <FieldRow>
              <DateField
                name={`also.${index}.on`}
                label={`Date ${index + 2}`}
                value={row.on}
                error={errors[`also.${index}.on`]}
              />
              <TextField
                name={`also.${index}.from`}
                label="De"
                type="time"
                value={row.from}
                error={errors[`also.${index}.from`]}
              />
              <TextField
                name={`also.${index}.to`}
                label="À"
                type="time"
                value={row.to}
                error={errors[`also.${index}.to`]}
              />
            </FieldRow>
          ))}
        </Fieldset>
      </details>
    </>
  );
}
