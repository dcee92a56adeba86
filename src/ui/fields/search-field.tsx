import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface SearchFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly placeholder?: string;
}

/** What is looked for. Takes the room left in a row of filters. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  return (
    <FieldFrame {...props} class="grow">
      <input
        {...controlAttributes(props)}
        class="input"
        type="search"
        value={props.value}
        placeholder={props.placeholder}
        enterkeyhint="search"
      />
    </FieldFrame>
  );
}
