import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import type { Refused } from '#platform/outcome/outcome.ts';
import { refusalText, type TrainingReason } from './texts.ts';

/** What a form held when it was refused, and why. */
export interface TypedHere {
  values: Readonly<Record<string, string>>;
  all: (name: string) => string[];
  errors: Readonly<Record<string, string>>;
}

export const nothingTyped: TypedHere = { values: {}, all: () => [], errors: {} };

/** A refused form, its messages beside the fields, those of no field on top. */
export function typedWith(form: SentForm, outcome: Refused): TypedHere {
  const fields = Object.fromEntries(
    Object.entries(outcome.fields).filter(([name]) => !/^(id|version|sessionId)$/.test(name)),
  );
  const errors = Object.keys(fields).length > 0 ? fields : { '': refusalText(outcome.reason as TrainingReason) };
  return { values: form.values, all: (name) => form.all(name), errors };
}

/** Amount typed in euros, as cents; NaN for what is no amount. */
export function centsOf(text: string): number {
  const plain = text.replaceAll(/[\s\u202f\u00a0€]/g, '').replace(',', '.');
  return plain === '' ? 0 : /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN;
}

/** Cents as they are typed: « 45,50 ». */
export function eurosOf(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',');
}

/** Hours typed as « 7 », « 3,5 » or « 3h30 », as minutes; NaN for what is no duration. */
export function minutesTyped(text: string): number {
  const plain = text
    .replaceAll(/[\s\u202f\u00a0]/g, '')
    .replace(',', '.')
    .toLowerCase();
  const clock = /^(\d{1,4})h(\d{2})?$/.exec(plain);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  return /^\d{1,4}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 60) : Number.NaN;
}

/** Minutes as they are typed: « 3,5 ». */
export function hoursOf(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100).replace('.', ',');
}

/** A number typed, NaN when it is none. */
export function numberOf(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

/** The file an address of a list gives: filters kept. */
export function withQuery(exchange: Exchange, path: string): string {
  return `${path}${exchange.url.search}`;
}
