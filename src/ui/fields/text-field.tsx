import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'time';
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search';
  readonly maxlength?: number;
  readonly placeholder?: string;
  /** Takes the room left in a row of fields. */
  readonly grow?: boolean;
  /** Known width of what is typed, for a control as wide: a postcode, a year. */
  readonly size?: 'short' | 'medium';
  readonly readonly?: boolean;
}

/** A line of text. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { value, type = 'text', autocomplete, inputmode, maxlength, placeholder, grow, size } = props;
  return (
    <FieldFrame {...props} class={grow && 'grow'}>
      <input
        {...controlAttributes(props)}
        class={size ? `input ${size}` : 'input'}
        // The typings of Preact ask for one literal; any of ours takes the same attributes.
        type={type as 'text'}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        placeholder={placeholder}
        readOnly={props.readonly}
        spellcheck={type === 'email' || type === 'url' ? false : undefined}
      />
    </FieldFrame>
  );
}
