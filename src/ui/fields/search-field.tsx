import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface SearchFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly placeholder?: string;
  /** Address giving suggestions as JSON while one types: `[{ "value": "…", "label": "…", "href": "…" }]`. */
  readonly source?: string;
}

/** What is looked for. Takes the room left in a row of filters. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const input = (
    <input
      {...controlAttributes(props)}
      class="input"
      type="search"
      value={props.value}
      placeholder={props.placeholder}
      enterkeyhint="search"
    />
  );
  return (
    <FieldFrame {...props} class="grow">
      {props.source ? <es-combobox data-source={props.source}>{input}</es-combobox> : input}
    </FieldFrame>
  );
}
