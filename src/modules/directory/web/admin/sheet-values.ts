import type { SentForm } from '#platform/http/exchange.ts';
import type { ErrorSummaryProps } from '#ui/fields/error-summary.tsx';
import { linkKindOf, shownPhone } from '../../domain/contact-values.ts';
import { formatOpeningWeek, frenchOpeningHours, parseOpeningWeek } from '../../domain/opening-hours.ts';
import { weekFromFrench } from '../../domain/opening-hours-in-french.ts';
import type { ContactPerson, OrganizationLocation, OrganizationProfile } from '../../profile/organization-profile.ts';

/** What stands in the fields of a sheet's form, by field name. */
export interface SheetValues {
  readonly text: Readonly<Record<string, string>>;
  readonly themes: readonly string[];
}

export type FieldErrors = Readonly<Record<string, string>>;

/** Fields of the form that hold one word or sentence a line. */
export const listFields = ['offers', 'needs', 'skills', 'means', 'audiences', 'supports'] as const;
const plainFields = [
  'name',
  'shortName',
  'mission',
  'description',
  'siren',
  'siret',
  'rna',
  'website',
  'phone',
  'phoneVisibility',
  'email',
  'emailVisibility',
  'level',
] as const;
const choiceFields = ['legalForm', 'staffBracket'] as const;
const flagFields = ['isMember', 'isInspiring', 'isSupport'] as const;

/** A sheet as the values of its form. */
export function valuesOf(profile: OrganizationProfile): SheetValues {
  const text: Record<string, string> = { foundedYear: profile.foundedYear ? String(profile.foundedYear) : '' };
  for (const field of [...plainFields, ...choiceFields]) text[field] = profile[field] ?? '';
  for (const field of listFields) text[field] = profile[field].join('\n');
  for (const field of flagFields) text[field] = profile[field] ? 'oui' : '';
  text['phone'] = profile.phone ? shownPhone(profile.phone) : '';
  text['links'] = profile.links.map(({ url }) => url).join('\n');
  profile.locations.forEach((place, at) => Object.assign(text, prefixed(`locations.${at}`, locationValues(place))));
  profile.contacts.forEach((person, at) => Object.assign(text, prefixed(`contacts.${at}`, contactValues(person))));
  return { text, themes: profile.themes };
}

export function sentValues(form: SentForm): SheetValues {
  return { text: form.values, themes: form.all('themes') };
}

/** How many blocks of places or persons the values hold. */
export function blocksIn({ text }: SheetValues, name: 'locations' | 'contacts'): number {
  const places = Object.keys(text).flatMap((key) => new RegExp(`^${name}\\.(\\d+)\\.`).exec(key)?.[1] ?? []);
  return places.length === 0 ? 0 : Math.min(60, Math.max(...places.map(Number)) + 1);
}

/**
 * The values of the form as changes of a sheet, to be checked by the command. Only what the form held is in it. A place
 * whose town was changed loses its point, so that it is placed anew.
 */
export function changesFrom(values: SheetValues, before: OrganizationProfile | null): Record<string, unknown> {
  const { text } = values;
  const changes: Record<string, unknown> = {};
  for (const field of plainFields) if (text[field] !== undefined) changes[field] = text[field];
  for (const field of choiceFields) if (text[field] !== undefined) changes[field] = text[field] || null;
  for (const field of listFields) if (text[field] !== undefined) changes[field] = lines(text[field]);
  if (text['foundedYear'] !== undefined)
    changes['foundedYear'] = text['foundedYear'].trim() === '' ? null : Number(text['foundedYear']);
  if (text['links'] !== undefined)
    changes['links'] = lines(text['links']).map((url) => ({ url, kind: linkKindOf(url) }));
  // A box left empty sends nothing: a hidden field says that the form held it.
  if (text['_flags'] !== undefined) for (const field of flagFields) changes[field] = text[field] === 'oui';
  if (text['_themes'] !== undefined || values.themes.length > 0) changes['themes'] = values.themes;
  if (blocksIn(values, 'locations') > 0) changes['locations'] = locationsFrom(values, before?.locations ?? []);
  if (blocksIn(values, 'contacts') > 0) changes['contacts'] = contactsFrom(values, before?.contacts ?? []);
  return changes;
}

/** Messages of a command by the names of the form's fields. */
export function formErrors(fields: Readonly<Record<string, string>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace(/^(?:profile|changes)\./, ''), message]),
  );
}

export function summaryOf(errors: FieldErrors): ErrorSummaryProps['errors'] {
  return Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }));
}

function locationValues(place: OrganizationLocation): Record<string, string> {
  return {
    label: place.label,
    street: place.street,
    town: `${place.postcode} ${place.city}`.trim(),
    point:
      place.lat === null || place.lon === null || place.isApproximate
        ? ''
        : `${rounded(place.lat)}, ${rounded(place.lon)}`,
    visibility: place.visibility,
    openingHours: hoursInWords(place),
  };
}

/** Six decimals are about ten centimetres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function contactValues({
  name,
  role,
  visibility,
  email,
  emailVisibility,
  phone,
  phoneVisibility,
}: ContactPerson): Record<string, string> {
  return { name, role, visibility, email, emailVisibility, phone: phone ? shownPhone(phone) : '', phoneVisibility };
}

function locationsFrom(values: SheetValues, before: readonly OrganizationLocation[]): object[] {
  return blocks(values, 'locations')
    .map((block, at) => locationFrom(block, before[at]))
    .filter((place) => place.street !== '' || place.city !== '' || place.postcode !== '' || place.lon !== null);
}

function locationFrom(block: Record<string, string>, before: OrganizationLocation | undefined) {
  const { town = '', point = '', openingHours = '', ...rest } = block;
  const [, lat, lon] = /^\s*(-?\d{1,2}[.,]\d+)\s*[;, ]\s*(-?\d{1,3}[.,]\d+)\s*$/.exec(point) ?? [];
  const postcode = /\b\d{5}\b/.exec(town)?.[0] ?? '';
  const city = town.replace(/\b\d{5}\b/, '').trim();
  const isSameTown = before !== undefined && town.trim() === `${before.postcode} ${before.city}`.trim();
  const isSameHours = before !== undefined && openingHours.trim() === hoursInWords(before);
  return {
    ...rest,
    street: (rest['street'] ?? '').trim(),
    ...(isSameTown
      ? {
          postcode: before.postcode,
          city: before.city,
          municipalityInsee: before.municipalityInsee,
          inseeYear: before.inseeYear,
        }
      : { postcode, city }),
    ...pointOf(lat, lon, isSameTown ? before : undefined),
    ...(isSameHours
      ? { openingHours: before.openingHours, openingHoursNote: before.openingHoursNote }
      : hoursOf(openingHours)),
  };
}

function pointOf(lat: string | undefined, lon: string | undefined, before: OrganizationLocation | undefined) {
  if (lat !== undefined && lon !== undefined) {
    const typed = { lat: Number(lat.replace(',', '.')), lon: Number(lon.replace(',', '.')) };
    const isSame =
      before?.lat != null &&
      before.lon !== null &&
      rounded(before.lat) === typed.lat &&
      rounded(before.lon) === typed.lon;
    return { ...(isSame ? { lat: before.lat, lon: before.lon } : typed), isApproximate: false };
  }
  return before?.isApproximate
    ? { lat: before.lat, lon: before.lon, isApproximate: true }
    : { lat: null, lon: null, isApproximate: false };
}

function contactsFrom(values: SheetValues, before: readonly ContactPerson[]): object[] {
  return blocks(values, 'contacts')
    .map((block, at) => ({
      ...block,
      personId: before[at]?.name === block['name'] ? (before[at]?.personId ?? null) : null,
    }))
    .filter((person: Record<string, unknown>) => ['name', 'email', 'phone', 'role'].some((field) => person[field]));
}

function blocks(values: SheetValues, name: 'locations' | 'contacts'): Record<string, string>[] {
  return Array.from({ length: blocksIn(values, name) }, (_, at) =>
    Object.fromEntries(
      Object.entries(values.text).flatMap(([key, value]) =>
        key.startsWith(`${name}.${at}.`) ? [[key.slice(`${name}.${at}.`.length), value]] : [],
      ),
    ),
  );
}

function prefixed(prefix: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, value]));
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A week as a person reads it; what is no plain week as it is kept. */
function hoursInWords({ openingHours, openingHoursNote }: OrganizationLocation): string {
  const week = openingHours ? parseOpeningWeek(openingHours) : undefined;
  return week ? frenchOpeningHours(week).join('\n') : openingHours || openingHoursNote;
}

/** Hours as people write them: understood as a week when possible, else kept as they are. */
function hoursOf(typed: string): { openingHours: string; openingHoursNote: string } {
  const text = typed.trim();
  const week = text === '' ? undefined : (parseOpeningWeek(text) ?? weekFromFrench(text));
  const syntax = week ? formatOpeningWeek(week) : null;
  return syntax ? { openingHours: syntax, openingHoursNote: '' } : { openingHours: '', openingHoursNote: text };
}
