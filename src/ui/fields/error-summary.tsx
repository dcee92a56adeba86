import type { JSX } from 'preact';
import { fieldId } from './field-frame.tsx';

export interface ErrorSummaryProps {
  /** In the order of the fields. `field` is the field's name; without it the message stands alone. */
  readonly errors: readonly { readonly field?: string; readonly message: string }[];
  readonly title?: string;
}

/** All that was refused, on top of the form, each line leading to its field. Takes the focus when script is there. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps): JSX.Element | null {
  if (errors.length === 0) return null;
  const words = errors.length === 1 ? 'Un point est à corriger' : `${errors.length} points sont à corriger`;
  return (
    <es-error-summary class="error-summary" role="alert" tabindex={-1} aria-labelledby="resume-erreurs">
      <h2 id="resume-erreurs">{title ?? words}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </es-error-summary>
  );
}
