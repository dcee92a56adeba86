import type { OrganizationAddress, OrganizationDraft } from '../../domain/organization-draft.ts';
import {
  organizationLocation,
  profileFields,
  type OrganizationLocation,
  type ProfileChanges,
  type ProfileField,
} from '../../profile/organization-profile.ts';
import type { ThemeMatcher } from './theme-matcher.ts';

/** Year of the official list that the geography of the platform follows. */
const municipalitiesYear = 2026;

export interface RowProfile {
  /** What the row says of a sheet; what it leaves empty is absent. */
  fields: ProfileChanges & { name: string };
  /** What could not be kept, in French. */
  problems: { field: ProfileField; message: string }[];
}

/** What a row says, in the fields of a sheet. A value that a sheet would refuse is left out and told. */
export function draftProfile(draft: OrganizationDraft, themes: ThemeMatcher): RowProfile {
  const said: Partial<Record<ProfileField, unknown>> = {
    name: draft.name,
    shortName: draft.shortName?.slice(0, 60),
    legalForm: draft.legalForm?.family,
    legalCode: draft.legalForm?.code,
    level: draft.level,
    mission: draft.mission,
    description: draft.description,
    themes: themes.idsOf(draft.themes),
    offers: draft.offers.slice(0, 60),
    needs: draft.needs.slice(0, 60),
    skills: draft.skills.slice(0, 60),
    means: draft.means.slice(0, 60),
    audiences: draft.audiences.slice(0, 60),
    siren: draft.siren,
    siret: draft.siret,
    rna: draft.rna,
    foundedYear: draft.yearFounded,
    staffBracket: draft.staffBracket,
    locations: placesOf(draft),
    phone: draft.phone,
    email: draft.email,
    website: draft.website,
    links: draft.links.slice(0, 30),
    contacts: draft.contacts.map(({ name, role, email, phone }) => ({
      name: name ?? role ?? 'Contact',
      role: role ?? '',
      email: email ?? '',
      phone: phone ?? '',
    })),
    isMember: draft.isMember,
    isInspiring: draft.isInspiringPlace,
    isSupport: draft.isSupportActor,
    supports: draft.supports.slice(0, 60),
  };
  const fields: Record<string, unknown> = {};
  const problems: RowProfile['problems'] = [];
  for (const [field, value] of Object.entries(said) as [ProfileField, unknown][]) {
    if (isBlank(value)) continue;
    const checked = profileFields[field].safeParse(value);
    if (checked.success) fields[field] = checked.data;
    else problems.push({ field, message: checked.error.issues[0]?.message ?? 'Cette valeur n’est pas reconnue.' });
  }
  return {
    fields: { ...(fields as ProfileChanges), name: (fields['name'] as string | undefined) ?? draft.name },
    problems,
  };
}

/** Nothing, or the « no » of a mark that a list only ever gives. */
export function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function placesOf({ address, openingHours, openingHoursNote }: OrganizationDraft): OrganizationLocation[] {
  if (isNowhere(address) && !openingHours && !openingHoursNote) return [];
  return [
    organizationLocation.parse({
      street: address.lines.join('\n').slice(0, 300),
      postcode: address.postcode ?? '',
      city: address.city ?? '',
      municipalityInsee: address.insee,
      inseeYear: address.insee ? municipalitiesYear : null,
      lon: address.point?.longitude ?? null,
      lat: address.point?.latitude ?? null,
      isApproximate: address.pointIsApproximate,
      openingHours: openingHours ?? '',
      openingHoursNote: openingHoursNote ?? '',
    }),
  ];
}

function isNowhere({ lines, postcode, city, point }: OrganizationAddress): boolean {
  return lines.length === 0 && !postcode && !city && !point;
}
