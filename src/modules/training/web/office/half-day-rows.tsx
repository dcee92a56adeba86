import type { JSX } from 'preact';
import { Checkbox, CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { StoredHalfDay, StoredTrainer } from '../../queries/stored-session.ts';
import type { TypedHere } from '../typed.ts';
import { freeRows, rowsOf } from './session-input.ts';

interface HalfDayRowsProps {
  readonly halfDays: readonly StoredHalfDay[];
  readonly trainers: readonly StoredTrainer[];
  readonly typed: TypedHere;
}

/** The half-days of a session, and some free rows. The hours of the usual morning and afternoon stand already. */
export function HalfDayRows({ halfDays, trainers, typed }: HalfDayRowsProps): JSX.Element {
  const isTyped = Object.keys(typed.values).length > 0;
  const count = isTyped ? rowsOf(typed).length : halfDays.length + freeRows;
  return (
    <Fieldset
      legend="Demi-journées"
      large
      name="halfDays"
      hint="Celle qui se signe. Laissez le jour vide pour ignorer une ligne."
      error={typed.errors['halfDays']}
    >
      {Array.from({ length: count }, (_, row) => (
        <HalfDayRow
          row={row}
          halfDay={isTyped ? undefined : halfDays[row]}
          trainers={trainers}
          typed={typed}
          isTyped={isTyped}
        />
      ))}
    </Fieldset>
  );
}

function HalfDayRow({
  row,
  halfDay,
  trainers,
  typed: { values, all, errors },
  isTyped,
}: {
  readonly row: number;
  readonly halfDay: StoredHalfDay | undefined;
  readonly trainers: readonly StoredTrainer[];
  readonly typed: TypedHere;
  readonly isTyped: boolean;
}): JSX.Element {
  const name = (field: string) => `halfDays.${row}.${field}`;
  const isMorning = row % 2 === 0;
  const number = row + 1;
  const chosen = isTyped
    ? all(name('trainers'))
    : (halfDay?.trainers ?? (trainers.length === 1 ? trainers.map(({ id }) => id) : []));
  const id = values[name('id')] ?? halfDay?.id;
  return (
    <div class="panel">
      {id && <input type="hidden" name={name('id')} value={id} />}
      <FieldRow>
        <DateField
          name={name('heldOn')}
          label={`Jour ${number}`}
          value={values[name('heldOn')] ?? halfDay?.heldOn.toString()}
          error={errors[name('heldOn')]}
        />
        <TextField
          name={name('startsAt')}
          label={`Début ${number}`}
          type="time"
          value={values[name('startsAt')] ?? halfDay?.startsAt ?? (isMorning ? '09:00' : '13:30')}
          error={errors[name('startsAt')]}
        />
        <TextField
          name={name('endsAt')}
          label={`Fin ${number}`}
          type="time"
          value={values[name('endsAt')] ?? halfDay?.endsAt ?? (isMorning ? '12:30' : '17:00')}
          error={errors[name('endsAt')]}
        />
      </FieldRow>
      <details class="more-fields" open={Boolean(halfDay?.topic || halfDay?.place)}>
        <summary>Sujet, lieu, qui anime (ligne {number})</summary>
        <FieldRow>
          <TextField
            name={name('topic')}
            label={`Sujet ${number}`}
            value={values[name('topic')] ?? halfDay?.topic}
            error={errors[name('topic')]}
            grow
          />
          <TextField
            name={name('place')}
            label={`Ailleurs, ligne ${number}`}
            value={values[name('place')] ?? halfDay?.place}
            error={errors[name('place')]}
            grow
          />
        </FieldRow>
        {trainers.length > 0 && (
          <CheckboxGroup
            name={name('trainers')}
            label={`Qui anime, ligne ${number}`}
            inline
            values={chosen}
            choices={trainers.map((trainer) => ({ value: trainer.id, label: trainer.name }))}
          />
        )}
        {halfDay && <Checkbox name={name('gone')} label={`Retirer la demi-journée ${number}`} />}
      </details>
    </div>
  );
}
