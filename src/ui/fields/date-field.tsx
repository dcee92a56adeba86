import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface DateFieldProps extends FieldProps {
  /** ISO: `2026-03-12`, or `2026-03-12T14:00` with the hour. */
  readonly value?: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly withTime?: boolean;
  readonly autocomplete?: string;
}

/** A day, or a day and an hour, by the browser's own picker. */
export function DateField(props: DateFieldProps): JSX.Element {
  const { value, min, max, withTime, autocomplete } = props;
  return (
    <FieldFrame {...props}>
      <input
        {...controlAttributes(props)}
        class="input medium"
        type={withTime ? 'datetime-local' : 'date'}
        value={value}
        min={min}
        max={max}
        autocomplete={autocomplete}
      />
    </FieldFrame>
  );
}
