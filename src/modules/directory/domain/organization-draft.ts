import type { Point } from '#platform/geo/index.ts';
import type { LegalFormFamily } from './legal-forms.ts';
import type { StaffBracket } from './staff-brackets.ts';

export const organizationLevels = ['base', 'grouping', 'regional_head', 'support_body'] as const;
export type OrganizationLevel = (typeof organizationLevels)[number];

export const linkKinds = [
  'facebook',
  'instagram',
  'linkedin',
  'mastodon',
  'youtube',
  'peertube',
  'x',
  'bluesky',
  'tiktok',
  'helloasso',
  'source',
  'other',
] as const;
export type LinkKind = (typeof linkKinds)[number];

export type OrganizationLink = { readonly kind: LinkKind; readonly url: string };
export type OrganizationPhoto = { readonly url: string; readonly credit: string | null };
export type ContactPerson = {
  readonly name: string | null;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export type OrganizationAddress = {
  /** Number and street, then complements, one per line. */
  readonly lines: readonly string[];
  readonly postcode: string | null;
  /** The name as it was given, kept when no municipality answers to it. */
  readonly city: string | null;
  /** INSEE code of the municipality of today. */
  readonly insee: string | null;
  readonly point: Point | null;
  /** The point is the centre of the municipality, for want of a better one. */
  readonly pointIsApproximate: boolean;
};

/** An organization as the directory knows it, whatever it came from. Absent is `null` or an empty list. */
export type OrganizationDraft = {
  readonly name: string;
  readonly shortName: string | null;
  readonly legalForm: { readonly family: LegalFormFamily; readonly code: string | null } | null;
  readonly level: OrganizationLevel | null;
  /** At most 280 characters. */
  readonly mission: string | null;
  readonly description: string | null;
  /** Labels, to be matched with the themes of the hub. */
  readonly themes: readonly string[];
  readonly offers: readonly string[];
  readonly needs: readonly string[];
  readonly skills: readonly string[];
  readonly means: readonly string[];
  readonly audiences: readonly string[];
  readonly siren: string | null;
  readonly siret: string | null;
  readonly rna: string | null;
  readonly yearFounded: number | null;
  readonly staffBracket: StaffBracket | null;
  readonly address: OrganizationAddress;
  /** OpenStreetMap `opening_hours` syntax. */
  readonly openingHours: string | null;
  /** Opening hours nobody could put in that syntax, as they were written. */
  readonly openingHoursNote: string | null;
  readonly photos: readonly OrganizationPhoto[];
  readonly links: readonly OrganizationLink[];
  readonly contacts: readonly ContactPerson[];
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly isMember: boolean | null;
  readonly isInspiringPlace: boolean | null;
  readonly isSupportActor: boolean | null;
  /** What a support actor accompanies. */
  readonly supports: readonly string[];
  readonly sourceKey: string | null;
  /** ISO 8601 date, with time when known. */
  readonly sourceUpdatedAt: string | null;
};

export const missionLength = 280;

export const emptyAddress: OrganizationAddress = {
  lines: [],
  postcode: null,
  city: null,
  insee: null,
  point: null,
  pointIsApproximate: false,
};

/** A draft that holds a name and nothing else. */
export const emptyDraft = (name: string): OrganizationDraft => ({
  name,
  shortName: null,
  legalForm: null,
  level: null,
  mission: null,
  description: null,
  themes: [],
  offers: [],
  needs: [],
  skills: [],
  means: [],
  audiences: [],
  siren: null,
  siret: null,
  rna: null,
  yearFounded: null,
  staffBracket: null,
  address: emptyAddress,
  openingHours: null,
  openingHoursNote: null,
  photos: [],
  links: [],
  contacts: [],
  phone: null,
  email: null,
  website: null,
  isMember: null,
  isInspiringPlace: null,
  isSupportActor: null,
  supports: [],
  sourceKey: null,
  sourceUpdatedAt: null,
});
