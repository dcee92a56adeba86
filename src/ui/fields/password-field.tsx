import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface PasswordFieldProps extends FieldProps {
  readonly autocomplete: 'current-password' | 'new-password';
  readonly minlength?: number;
}

/** A password. Never drawn back; can be shown while typing when script is there. */
export function PasswordField(props: PasswordFieldProps): JSX.Element {
  return (
    <FieldFrame {...props}>
      <es-password class="password">
        <input
          {...controlAttributes(props)}
          class="input"
          type="password"
          autocomplete={props.autocomplete}
          minlength={props.minlength}
        />
        <button
          type="button"
          class="button quiet small"
          aria-pressed="false"
          aria-controls={controlAttributes(props).id}
          hidden
        >
          Montrer
        </button>
      </es-password>
    </FieldFrame>
  );
}
