import type { FieldErrors } from '#modules/hub/index.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { refusalText, type MembershipRefusal } from './texts.ts';

/** What was typed and refused: the form is drawn again with it. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export const nothingTyped: Typed = { values: {}, errors: {} };

type Refusal = Extract<Outcome<unknown, MembershipRefusal>, { ok: false }>;

/** The messages of a refusal: beside fields when it names some, else on its own. */
export function errorsOf(outcome: Refusal): FieldErrors {
  return Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
}

/** One sentence for a refusal told on the next page. */
export function sentenceOf(outcome: Refusal): string {
  return Object.values(outcome.fields)[0] ?? refusalText(outcome.reason);
}
