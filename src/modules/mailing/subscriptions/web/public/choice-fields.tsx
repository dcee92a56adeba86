import type { JSX } from 'preact';
import { CheckboxGroup, RadioGroup } from '#ui/fields/checkbox.tsx';
import { proposedRhythm } from '../../../domain/subscription.ts';
import { rhythmOptions, subjectOptions } from '../texts.ts';
import type { TypedHere } from '../typed.ts';

/** Subjects, none ticked beforehand, and rhythm. */
export function ChoiceFields({
  typed: { values, all, errors, isTyped },
  known,
}: {
  readonly typed: TypedHere;
  readonly known?: { readonly subjects: readonly string[]; readonly rhythm: string };
}): JSX.Element {
  return (
    <>
      <CheckboxGroup
        name="subjects"
        label="Ce qui vous intéresse"
        choices={subjectOptions}
        values={isTyped ? all('subjects') : known?.subjects}
        error={errors['subjects']}
      />
      <RadioGroup
        name="rhythm"
        label="À quel rythme"
        choices={rhythmOptions}
        value={values['rhythm'] ?? known?.rhythm ?? proposedRhythm}
        error={errors['rhythm']}
      />
    </>
  );
}
