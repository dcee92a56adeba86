import type { ErrorSummaryProps } from '#ui/fields/error-summary.tsx';

/** French messages by field, as outcomes carry them. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The lines of an error summary, in the order given; a message that belongs to no field stands alone. */
export function summaryOf(errors: FieldErrors): ErrorSummaryProps['errors'] {
  return Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }));
}
