import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, fieldId, type FieldProps } from './field-frame.tsx';

export interface ComboboxProps extends FieldProps {
  readonly value?: string | undefined;
  /** Suggestions known at once. */
  readonly options?: readonly string[];
  /** Address giving suggestions as JSON, `["…"]` or `[{ "value": "…", "label": "…" }]`; `?q=` is added. */
  readonly source?: string;
  readonly autocomplete?: string;
  readonly grow?: boolean;
  readonly placeholder?: string;
}

/** A text with suggestions while typing. Without script: a plain input with the browser's own list. */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { name, id = fieldId(name), value, options = [], source, autocomplete = 'off', grow, placeholder } = props;
  const list = `${id}-propositions`;
  return (
    <FieldFrame {...props} class={grow && 'grow'}>
      <es-combobox data-source={source}>
        <input
          {...controlAttributes(props)}
          class="input"
          type="text"
          value={value}
          list={list}
          autocomplete={autocomplete}
          placeholder={placeholder}
        />
        <datalist id={list}>
          {options.map((option) => (
            <option value={option} />
          ))}
        </datalist>
      </es-combobox>
    </FieldFrame>
  );
}
