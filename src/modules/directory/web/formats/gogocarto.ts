import { parseOpeningWeek, weekDays } from '../../domain/opening-hours.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { organizationPath } from '../../paths.ts';
import type { PublicSheet } from '../../queries/each-sheet.ts';
import type { IndexedTheme } from '../../queries/index/theme-tree.ts';

export const ontologies = ['gogofull', 'gogocompact', 'gogosync'] as const;
export type Ontology = (typeof ontologies)[number];

/** What GoGoCarto and Transiscope ask to aggregate a directory. */
export const licence = 'https://opendatacommons.org/licenses/odbl/1-0/';

const approved = 1;
const nothingToModerate = 0;
export const compactFields = ['name'] as const;

/** A structure as GoGoCarto writes an element in this ontology. */
export function elementOf(sheet: PublicSheet, ontology: Ontology, origin: string, zone: string): unknown {
  const { id, profile, themes } = sheet;
  const place = profile.locations[0];
  if (ontology === 'gogocompact')
    return [
      id,
      [profile.name],
      place?.lat ?? null,
      place?.lon ?? null,
      themes.map((theme) => theme.id),
      approved,
      nothingToModerate,
    ];
  const updatedAt = moment(sheet.updatedAt, zone);
  if (ontology === 'gogosync')
    return {
      id,
      name: profile.name,
      status: approved,
      updatedAt,
      updatedAtTimestamp: Math.floor(Date.parse(sheet.updatedAt) / 1000),
    };
  return {
    id,
    name: profile.name,
    geo: { latitude: place?.lat ?? null, longitude: place?.lon ?? null },
    sourceKey: sheet.sourceKey,
    address: {
      streetAddress: place?.street.replaceAll('\n', ', ') ?? '',
      addressLocality: place?.city ?? '',
      postalCode: place?.postcode ?? '',
      addressCountry: 'FR',
      // Spelled as GoGoCarto spells it.
      customFormatedAddress: [
        place?.street.replaceAll('\n', ', '),
        [place?.postcode, place?.city].filter(Boolean).join(' '),
      ]
        .filter(Boolean)
        .join(', '),
    },
    openHours: openHours(place?.openingHours ?? ''),
    createdAt: moment(sheet.createdAt, zone),
    updatedAt,
    status: approved,
    moderationState: nothingToModerate,
    categories: themes.map(({ label }) => label),
    categoriesFull: themes.map((theme, index) => ({ id: theme.id, name: theme.label, description: '', index })),
    abstract: profile.mission,
    description: profile.description,
    telephone: profile.phone,
    website: profile.website,
    url: origin + organizationPath(sheet.slug),
    legalForm: profile.legalForm ? legalFormLabel(profile.legalForm) : '',
    siret: profile.siret ?? '',
    stamps: [],
    images: sheet.cover ? [`${origin}/images/${sheet.cover}/1280.webp`] : [],
    files: [],
  };
}

interface TaxonomyOption {
  id: string;
  name: string;
  nameShort: string;
  color: string;
  icon: string;
  subcategories: TaxonomyCategory[];
}
interface TaxonomyCategory {
  name: string;
  index: number;
  options: TaxonomyOption[];
}

/** The hub's themes as one category whose options nest. */
export function taxonomyOf(themes: readonly IndexedTheme[], name = 'Domaines'): TaxonomyCategory[] {
  const under = (parent: number | null, label: string): TaxonomyCategory[] => {
    const options = themes.flatMap((theme, place) => {
      if ((theme.line.at(-2) ?? null) !== parent) return [];
      return [
        {
          id: theme.id,
          name: theme.label,
          nameShort: theme.label,
          color: '',
          icon: '',
          subcategories: under(place, theme.label),
        },
      ];
    });
    return options.length > 0 ? [{ name: label, index: 0, options }] : [];
  };
  return under(null, name);
}

/** `{"Mo": "09:00-12:00"}`; nothing when the hours say more than a plain week. */
function openHours(syntax: string): Record<string, string> {
  const week = syntax ? parseOpeningWeek(syntax) : undefined;
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return Object.fromEntries(
    (week ?? [])
      .map((spans, day) => [weekDays[day], spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' et ')])
      .filter(([, spans]) => spans !== ''),
  ) as Record<string, string>;
}

/** `22/11/2026 à 09:30`, in the hub's time. */
function moment(at: string, zone: string): string {
  const { day, month, year, hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(day)}/${two(month)}/${year} à ${two(hour)}:${two(minute)}`;
}
