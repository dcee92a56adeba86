import type { Row } from '#platform/tabular/index.ts';
import { municipalitiesByPostcode, municipalityByInsee } from '#platform/geo/index.ts';
import { cleanInseeCode, cleanPostcode } from '#platform/geo/index.ts';
import { checkEmail, checkPhone, checkWebsite } from '../contact-values.ts';
import { checkAnyIdentifier, checkRna, checkSiren, checkSiret } from '../identifiers.ts';
import { parseLegalForm } from '../legal-forms.ts';
import type { TargetKey } from './column-targets.ts';
import { yesOrNo } from './yes-or-no.ts';

/** What is known of a column from a sample of its filled cells. */
export type ColumnContent = {
  readonly filled: number;
  readonly total: number;
  readonly values: readonly unknown[];
  readonly samples: readonly string[];
  readonly distinct: number;
};

const sampledRows = 5_000;
const checkedValues = 200;

export function columnContent(column: string, rows: readonly Row[]): ColumnContent {
  const sampled = rows.slice(0, sampledRows);
  const values = sampled.map(({ cells }) => cells[column]).filter((cell) => cell !== undefined && cell !== null);
  const texts = new Set(values.map((value) => (Array.isArray(value) ? value.join(' ; ') : String(value))));
  const step = Math.max(1, Math.floor(values.length / checkedValues));
  return {
    filled: values.length,
    total: sampled.length,
    values: values.filter((_, index) => index % step === 0).slice(0, checkedValues),
    samples: [...texts].slice(0, 4).map((text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)),
    distinct: texts.size,
  };
}

const isLikePhone = (value: unknown) =>
  /^(?:\+33|0033|0)\s?[1-9](?:[\s.-]?\d{2}){4}$/.test(String(value).trim()) && checkPhone(value).kind === 'valid';
const isLikeUrl = (value: unknown) =>
  /^(?:https?:\/\/|www\.)/i.test(String(value).trim()) && checkWebsite(value).kind === 'valid';

const isYear = (value: unknown) =>
  /^(?:1[6-9]|20)\d\d(?:\D|$)/.test(String(value)) || /\b(?:1[6-9]|20)\d\d$/.test(String(value).trim());

/** Whether a value is fit for a target; targets of free text accept anything. */
const fits: Partial<Record<TargetKey, (value: unknown) => boolean>> = {
  siret: (value) => checkSiret(value).kind !== 'invalid',
  siren: (value) => checkSiren(value).kind !== 'invalid',
  rna: (value) => checkRna(value).kind !== 'invalid',
  identifier: (value) => checkAnyIdentifier(value).kind !== 'invalid',
  email: (value) => checkEmail(value).kind !== 'invalid',
  contactEmail: (value) => checkEmail(value).kind !== 'invalid',
  phone: (value) => checkPhone(value).kind !== 'invalid',
  contactPhone: (value) => checkPhone(value).kind !== 'invalid',
  website: (value) => checkWebsite(value).kind !== 'invalid',
  links: (value) => /^\S+$/.test(String(value)) || /https?:|www\./.test(String(value)),
  postcode: (value) => cleanPostcode(value) !== undefined,
  insee: (value) => cleanInseeCode(value) !== undefined,
  yearFounded: isYear,
  sourceUpdatedAt: (value) => /\d{4}|\d{1,2}\/\d{1,2}\/\d{2}/.test(String(value)),
  member: (value) => yesOrNo(value) !== undefined || /\b20\d\d\b|adherent|membre/i.test(String(value)),
  inspiringPlace: (value) => yesOrNo(value) !== undefined,
  supportActor: (value) => yesOrNo(value) !== undefined,
  legalForm: (value) => parseLegalForm(value) !== null,
  name: (value) => /\p{L}{2}/u.test(String(value)) && !/^https?:/.test(String(value)),
  city: (value) => /\p{L}{2}/u.test(String(value)),
  description: (value) => /\p{L}{2}/u.test(String(value)),
  themes: (value) => yesOrNo(value) === undefined && /\p{L}/u.test(String(value)),
  offers: (value) => yesOrNo(value) === undefined,
  means: (value) => yesOrNo(value) === undefined,
  photos: (value) => /[./]/.test(String(value)),
};

/** Share of the sampled values that are fit for a target, from 0 to 1. */
export function fitness(target: TargetKey, content: ColumnContent): number {
  const fit = fits[target];
  if (!fit || content.values.length === 0) return 1;
  return content.values.filter(fit).length / content.values.length;
}

const share = (values: readonly unknown[], is: (value: unknown) => boolean) =>
  values.filter(is).length / Math.max(1, values.length);

/** The target a column shows by its values alone; names and texts are never guessed this way. */
export function targetOfContent(content: ColumnContent): { target: TargetKey; because: string } | undefined {
  const { values } = content;
  if (values.length < 3) return undefined;
  const mostly = (is: (value: unknown) => boolean, part = 0.8) => share(values, is) >= part;
  const digits = (value: unknown) => String(value).replace(/\D/g, '').length;
  if (mostly((value) => checkEmail(value).kind === 'valid' && String(value).includes('@')))
    return { target: 'email', because: 'des adresses électroniques' };
  if (mostly((value) => digits(value) === 14 && checkSiret(value).kind === 'valid'))
    return { target: 'siret', because: 'des numéros SIRET' };
  if (mostly((value) => /^W\d{9}$/.test(String(value)))) return { target: 'rna', because: 'des numéros RNA' };
  if (mostly((value) => digits(value) === 9 && checkSiren(value).kind === 'valid', 0.95))
    return { target: 'siren', because: 'des numéros SIREN' };
  if (mostly(isLikePhone)) return { target: 'phone', because: 'des numéros de téléphone' };
  if (mostly(isLikeUrl)) return { target: 'website', because: 'des adresses web' };
  const fiveSigns = mostly((value) => /^(?:\d{4,5}|2[AB]\d{3})$/.test(String(value)), 0.95);
  if (fiveSigns) {
    const postcodes = share(values, (value) => municipalitiesByPostcode(cleanPostcode(value) ?? '').length > 0);
    const inseeCodes = share(values, (value) => municipalityByInsee(cleanInseeCode(value) ?? '') !== undefined);
    if (postcodes >= 0.9 && postcodes >= inseeCodes) return { target: 'postcode', because: 'des codes postaux' };
    if (inseeCodes >= 0.9) return { target: 'insee', because: 'des codes INSEE de communes' };
  }
  return undefined;
}

/** Whether every filled cell says yes or no, with at least a letter or a sign that says so. */
export const isYesNoColumn = (content: ColumnContent): boolean =>
  content.values.length > 0 && content.distinct <= 4 && content.values.every((value) => yesOrNo(value) !== undefined);

/** The mark that parts items in the cells of a column; undefined when cells are already lists or hold one item. */
export function listSeparator(content: ColumnContent): string | undefined {
  const texts = content.values.filter((value) => typeof value === 'string');
  if (texts.length === 0) return undefined;
  const having = (mark: string) => texts.filter((text) => text.includes(mark)).length / texts.length;
  for (const mark of ['|', ';', '\n']) if (having(mark) >= 0.05) return mark;
  for (const mark of [' / ', ',']) {
    const parted = texts.filter((text) => text.includes(mark));
    const items = parted.flatMap((text) => text.split(mark));
    const words = items.reduce((sum, item) => sum + item.trim().split(/\s+/).length, 0) / Math.max(1, items.length);
    if (having(mark) >= 0.1 && words <= 6) return mark;
  }
  return undefined;
}
