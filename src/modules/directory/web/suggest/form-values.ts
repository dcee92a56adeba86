import type { ErrorSummaryProps } from '#ui/fields/error-summary.tsx';

/** What was typed and what is wrong with it, by field name. */
export interface Typed {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export const untouched: Typed = { values: {}, errors: {} };

/** The lines of an error summary; a message that belongs to no field stands alone. */
export function errorLines(errors: Typed['errors']): ErrorSummaryProps['errors'] {
  return Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }));
}
