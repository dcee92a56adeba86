import { textOf } from '#platform/tabular/text-of.ts';

export type CheckedIdentifier =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly value: string }
  | { readonly kind: 'invalid'; readonly raw: string; readonly message: string };

const none: CheckedIdentifier = { kind: 'none' };
const valid = (value: string): CheckedIdentifier => ({ kind: 'valid', value });
const invalid = (raw: string, message: string): CheckedIdentifier => ({ kind: 'invalid', raw, message });

const laPoste = '356000000';
const placeholders = /^(?:n\/?a|nc|nd|non|aucun|neant|néant|sans|en cours|inconnu|null|none|-+|\?+|x+|0+|9{9,})$/i;

/** The text of an identifier without the marks people and spreadsheets add: spaces, dots, « .0 », « FR ». */
function compact(value: unknown): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : value.toFixed(0);
  return textOf(value)
    .trim()
    .replace(/^'/, '')
    .replace(/\.0+$/, '')
    .replace(/[\s\u00a0\u202f._-]/g, '');
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

const digitSum = (digits: string) => Array.from(digits).reduce((sum, digit) => sum + Number(digit), 0);

const isSirenSound = (siren: string) => luhnSum(siren) % 10 === 0;
/** Establishments of La Poste follow another rule: the sum of their digits is a multiple of five. */
const isSiretSound = (siret: string) =>
  luhnSum(siret) % 10 === 0 || (siret.startsWith(laPoste) && digitSum(siret) % 5 === 0);

const sound = (digits: string) => !/^0+$/.test(digits);
/** Spreadsheets drop the first zeros of a number. */
const restored = (digits: string, length: number) =>
  digits.length >= length - 2 ? digits.padStart(length, '0') : digits;

function isBlank(value: unknown): boolean {
  const text = compact(value);
  return text === '' || placeholders.test(text) || placeholders.test(textOf(value).trim());
}

export function checkSiren(value: unknown): CheckedIdentifier {
  if (isBlank(value)) return none;
  const raw = textOf(value).trim();
  const digits = restored(compact(value).replace(/^FR\d{2}(?=\d{9}$)/i, ''), 9);
  if (!/^\d+$/.test(digits)) return invalid(raw, 'Un SIREN ne contient que des chiffres.');
  if (digits.length === 14) return checkSiren(digits.slice(0, 9));
  if (digits.length !== 9) return invalid(raw, `Un SIREN compte 9 chiffres, celui-ci en compte ${digits.length}.`);
  if (!sound(digits)) return none;
  return isSirenSound(digits)
    ? valid(digits)
    : invalid(raw, 'Ce SIREN contient une erreur de frappe : sa clé est fausse.');
}

export function checkSiret(value: unknown): CheckedIdentifier {
  if (isBlank(value)) return none;
  const raw = textOf(value).trim();
  const text = compact(value);
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) {
    return invalid(raw, 'Ce SIRET a été arrondi par un tableur : ses derniers chiffres sont perdus.');
  }
  const digits = restored(text, 14);
  if (!/^\d+$/.test(digits)) return invalid(raw, 'Un SIRET ne contient que des chiffres.');
  if (digits.length !== 14) return invalid(raw, `Un SIRET compte 14 chiffres, celui-ci en compte ${text.length}.`);
  if (!sound(digits)) return none;
  return isSiretSound(digits)
    ? valid(digits)
    : invalid(raw, 'Ce SIRET contient une erreur de frappe : sa clé est fausse.');
}

/** Associations of Alsace-Moselle are outside the national register and have no such number. */
export function checkRna(value: unknown): CheckedIdentifier {
  if (isBlank(value)) return none;
  const raw = textOf(value).trim();
  const text = compact(value)
    .toUpperCase()
    .replace(/^RNA:?/, '');
  if (/^W\d{9}$/.test(text) || /^W\d[A-Z]\d{7}$/.test(text)) return valid(text);
  if (/^\d{9}$/.test(text)) return invalid(raw, 'Un numéro RNA commence par W : celui-ci ressemble à un SIREN.');
  return invalid(raw, 'Un numéro RNA s’écrit W suivi de 9 chiffres.');
}

export type AnyIdentifier =
  | { readonly kind: 'none' }
  | { readonly kind: 'siren' | 'siret' | 'rna'; readonly value: string }
  | { readonly kind: 'invalid'; readonly raw: string; readonly message: string };

/** One column that holds a SIRET, a SIREN or a RNA number (« pivot »). */
export function checkAnyIdentifier(value: unknown): AnyIdentifier {
  if (isBlank(value)) return { kind: 'none' };
  const text = compact(value).toUpperCase();
  const kind = text.startsWith('W') ? 'rna' : text.length <= 9 ? 'siren' : 'siret';
  const checked = kind === 'rna' ? checkRna(value) : kind === 'siren' ? checkSiren(value) : checkSiret(value);
  return checked.kind === 'valid' ? { kind, value: checked.value } : checked;
}
