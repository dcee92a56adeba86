import { z } from 'zod';
import { categories } from '#ui/theme/categories.ts';
import { checkEmail, checkPhone, checkWebsite, type CheckedValue } from '../domain/contact-values.ts';
import { checkRna, checkSiren, checkSiret, type CheckedIdentifier } from '../domain/identifiers.ts';
import { legalFormFamilies } from '../domain/legal-forms.ts';
import { linkKinds, missionLength, organizationLevels } from '../domain/organization-draft.ts';
import { staffBrackets } from '../domain/staff-brackets.ts';

/** Who may see a piece of a sheet. */
export const visibilities = ['public', 'members', 'staff'] as const;

const text = (most: number) => z.string().trim().max(most);
const visibility = z.enum(visibilities, 'Choisissez qui peut voir cette information.');
const optionalText = (most: number) =>
  text(most)
    .transform((value) => value || null)
    .nullable();
const choice = <Value extends string>(values: readonly Value[]) =>
  z.enum(values as readonly [Value, ...Value[]], 'Choisissez une des réponses proposées.');
const words = z
  .array(text(160))
  .max(60)
  .transform((list) => [...new Set(list.filter((word) => word !== ''))]);

/** A text put in its usual form by one of the domain's checks, whose French message says what is wrong. */
function checked(check: (value: string) => CheckedValue) {
  return text(600).transform((value, context) => {
    const answer = check(value);
    if (answer.kind === 'invalid') context.addIssue({ code: 'custom', message: answer.message });
    return answer.kind === 'valid' ? answer.value : '';
  });
}

function identifier(check: (value: string) => CheckedIdentifier) {
  return text(60)
    .nullable()
    .transform((value, context) => {
      const answer = check(value ?? '');
      if (answer.kind === 'invalid') context.addIssue({ code: 'custom', message: answer.message });
      return answer.kind === 'valid' ? answer.value : null;
    });
}

/** One place where the structure is; the first of the list is the main one. */
export const organizationLocation = z.object({
  label: text(120).default(''),
  /** Number and street, then complements, one per line. */
  street: text(300).default(''),
  postcode: text(10).default(''),
  city: text(120).default(''),
  municipalityInsee: optionalText(5).default(null),
  inseeYear: z.int().min(2000).max(2100).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  isApproximate: z.boolean().default(false),
  visibility: visibility.default('public'),
  /** OpenStreetMap syntax; what it cannot say goes in the note. */
  openingHours: text(1000).default(''),
  openingHoursNote: text(1000).default(''),
});
export type OrganizationLocation = z.output<typeof organizationLocation>;

/** Someone to ask for. Seen by the team only, unless said otherwise. */
export const contactPerson = z.object({
  personId: z.uuid().nullable().default(null),
  name: text(160).min(1, 'Indiquez le nom de cette personne.'),
  role: text(160).default(''),
  visibility: visibility.default('staff'),
  email: checked(checkEmail).default(''),
  emailVisibility: visibility.default('staff'),
  phone: checked(checkPhone).default(''),
  phoneVisibility: visibility.default('staff'),
});
export type ContactPerson = z.output<typeof contactPerson>;

export const organizationLink = z.object({
  kind: choice(linkKinds).default('other'),
  url: checked(checkWebsite).refine((url) => url !== '', 'Indiquez une adresse web.'),
});
export type OrganizationLink = z.output<typeof organizationLink>;

/** Each field of a sheet, alone: an edit gives some, an addition gives at least the name. */
export const profileFields = {
  name: text(200).min(2, 'Indiquez le nom de la structure.'),
  shortName: text(60),
  legalForm: choice(legalFormFamilies).nullable(),
  /** INSEE code « nature juridique ». */
  legalCode: optionalText(4),
  level: choice(organizationLevels),
  mission: text(missionLength),
  description: text(20_000),
  /** Ids of themes, the one that gives its colour first. */
  themes: z
    .array(z.uuid())
    .max(40)
    .transform((list) => [...new Set(list)]),
  offers: words,
  needs: words,
  skills: words,
  means: words,
  audiences: words,
  siren: identifier(checkSiren),
  siret: identifier(checkSiret),
  rna: identifier(checkRna),
  foundedYear: z
    .int()
    .min(1200, 'Indiquez une année sur quatre chiffres.')
    .max(2100, 'Indiquez une année sur quatre chiffres.')
    .nullable(),
  staffBracket: choice(staffBrackets).nullable(),
  locations: z.array(organizationLocation).max(50),
  phone: checked(checkPhone),
  phoneVisibility: visibility,
  email: checked(checkEmail),
  emailVisibility: visibility,
  website: checked(checkWebsite),
  links: z.array(organizationLink).max(30),
  contacts: z.array(contactPerson).max(30),
  isMember: z.boolean(),
  isInspiring: z.boolean(),
  isSupport: z.boolean(),
  supports: words,
};

const everyField = z.object(profileFields);

/** A whole sheet, as it is shown, kept in the history, compared and restored. */
export type OrganizationProfile = z.output<typeof everyField>;
export type ProfileField = keyof OrganizationProfile;

/** Some fields of a sheet: those to change. Only the fields given are touched. */
export const profileChanges = everyField.partial();
export type ProfileChanges = z.output<typeof profileChanges>;

/** What is needed to add a sheet: a name; the rest when it is known. */
export const newProfile = everyField.partial().required({ name: true });

export const profileFieldNames = Object.keys(profileFields) as readonly ProfileField[];

/** Where a field's content came from, and when a human last said it was right. */
export interface FieldOrigin {
  source: string;
  at: string;
  confirmedAt?: string;
  confirmedBy?: string;
}
export type FieldOrigins = Partial<Record<ProfileField, FieldOrigin>>;

/** A theme's colour: one of the interface's category hues. */
export const themeHue = z
  .enum(categories as readonly [string, ...string[]], 'Choisissez une des couleurs proposées.')
  .nullable();

const blank: Omit<OrganizationProfile, 'name'> = {
  shortName: '',
  legalForm: null,
  legalCode: null,
  level: 'base',
  mission: '',
  description: '',
  themes: [],
  offers: [],
  needs: [],
  skills: [],
  means: [],
  audiences: [],
  siren: null,
  siret: null,
  rna: null,
  foundedYear: null,
  staffBracket: null,
  locations: [],
  phone: '',
  phoneVisibility: 'public',
  email: '',
  emailVisibility: 'public',
  website: '',
  links: [],
  contacts: [],
  isMember: false,
  isInspiring: false,
  isSupport: false,
  supports: [],
};

/** A whole sheet from the fields known, the others left empty. */
export function completeProfile(known: ProfileChanges & { name: string }): OrganizationProfile {
  return { ...structuredClone(blank), ...withoutAbsent(known) };
}

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as T;
}
