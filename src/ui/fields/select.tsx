import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

/** A choice: what is sent, what is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

export interface SelectProps extends FieldProps {
  readonly value?: string | undefined;
  readonly choices: readonly (Choice | ChoiceGroup)[];
  /** The first, empty choice: « Toutes les communes ». */
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly grow?: boolean;
}

/** One choice among a list too long for radio buttons. */
export function Select(props: SelectProps): JSX.Element {
  const { value = '', choices, placeholder, autocomplete, grow } = props;
  const option = (choice: Choice): JSX.Element => (
    <option value={choice.value} selected={choice.value === value} disabled={choice.disabled}>
      {choice.label}
    </option>
  );
  return (
    <FieldFrame {...props} class={grow && 'grow'}>
      <select {...controlAttributes(props)} class="input" autocomplete={autocomplete}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) =>
          'choices' in choice ? <optgroup label={choice.label}>{choice.choices.map(option)}</optgroup> : option(choice),
        )}
      </select>
    </FieldFrame>
  );
}
