import type { SentForm } from '#platform/http/exchange.ts';
import type { Refused } from '#platform/outcome/outcome.ts';
import { refusalText } from './texts.ts';

/** What a form held when it was refused, and why. */
export interface TypedHere {
  values: Readonly<Record<string, string>>;
  all: (name: string) => string[];
  errors: Readonly<Record<string, string>>;
  isTyped: boolean;
}

export const nothingTyped: TypedHere = { values: {}, all: () => [], errors: {}, isTyped: false };

/** A refused form, its messages beside the fields, those of no field on top. */
export function typedWith(form: SentForm, outcome: Refused, say: (reason: string) => string = refusalText): TypedHere {
  const fields = Object.fromEntries(
    Object.entries(outcome.fields)
      .filter(([name]) => !/^(id|version)$/.test(name))
      // A wrong choice of a list is told of the list.
      .map(([name, message]) => [name.replace(/\.\d+$/, ''), message] as const),
  );
  const errors = Object.keys(fields).length > 0 ? fields : { '': say(outcome.reason) };
  return { values: form.values, all: (name) => form.all(name), errors, isTyped: true };
}
