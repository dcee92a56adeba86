import type { FieldErrors } from '#modules/hub/index.ts';
import type { Refused } from '#platform/outcome/outcome.ts';
import { refusalText, type ProgrammeRefusal } from './texts.ts';

/** A form as it was typed, with what was refused. */
export interface Typed {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}

export const untouched: Typed = { values: {}, errors: {} };

/** Beside the fields that are in the way, else on top; `fields.` and `when.` are ours, not names of fields. */
export function errorsOf(outcome: Refused<ProgrammeRefusal>): FieldErrors {
  const entries = Object.entries(outcome.fields).map(
    ([field, message]) => [field.replace(/^fields\./, '').replace(/^when\./, ''), message] as const,
  );
  return entries.length > 0 ? Object.fromEntries(entries) : { '': refusalText(outcome.reason) };
}

/** A whole number as typed; NaN when it is none, which the command refuses beside the field. */
export function numberOf(text: string | undefined, usual: number): number {
  const typed = (text ?? '').trim();
  return typed === '' ? usual : Number(typed.replace(/[\s\u00a0\u202f]/g, ''));
}

/** The same where nothing means « not counted ». */
export function optionalNumber(text: string | undefined): number | null {
  return (text ?? '').trim() === '' ? null : numberOf(text, 0);
}
