import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number;
  /** Most characters taken; what is left shows while typing. */
  readonly limit?: number;
  readonly autocomplete?: string;
}

/** Several lines of text. Going past the limit is told, never cut. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const { value, rows = 5, limit, autocomplete } = props;
  const attributes = controlAttributes(props);
  const control = (
    <textarea
      {...attributes}
      aria-describedby={
        [attributes['aria-describedby'], limit && `${attributes.id}-reste`].filter(Boolean).join(' ') || undefined
      }
      class="input"
      rows={rows}
      autocomplete={autocomplete}
      value={value ?? ''}
    />
  );
  return (
    <FieldFrame {...props}>
      {limit ? (
        <es-count data-limit={limit}>
          {control}
          <p class="field-count" id={`${attributes.id}-reste`}>
            {limit} caractères au plus
          </p>
        </es-count>
      ) : (
        control
      )}
    </FieldFrame>
  );
}
