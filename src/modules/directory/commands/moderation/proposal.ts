import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { findMunicipality, municipalityCentre } from '#platform/geo/index.ts';
import { frenchOpeningHours, formatOpeningWeek, parseOpeningWeek } from '../../domain/opening-hours.ts';
import { weekFromFrench } from '../../domain/opening-hours-in-french.ts';
import {
  organizationLocation,
  profileFields,
  type OrganizationLocation,
  type OrganizationProfile,
  type ProfileChanges,
} from '../../profile/organization-profile.ts';

const text = (most: number) => z.string().trim().max(most);

/** Where a structure is, as a visitor says it. */
export const proposedPlace = z.object({
  street: text(300).default(''),
  postcode: text(10).default(''),
  city: text(120).default(''),
});
export type ProposedPlace = z.output<typeof proposedPlace>;

/** What anyone may propose about a structure: only what a page may show to everyone. */
export const proposal = z
  .object({
    name: profileFields.name,
    mission: profileFields.mission,
    description: profileFields.description,
    place: proposedPlace,
    hours: text(1000),
    phone: profileFields.phone,
    email: profileFields.email,
    website: profileFields.website,
  })
  .partial();
export type Proposal = z.output<typeof proposal>;
export type ProposedField = keyof Proposal;

export const proposedFields = Object.keys(proposal.shape) as [ProposedField, ...ProposedField[]];

/**
 * What everyone may read of a sheet, in the shape of a proposal. What is kept for members or for the team is absent,
 * and the e-mail address too: it is never written in a public page.
 */
export function publicProposal(profile: OrganizationProfile): Proposal {
  const { email: _never, ...whole } = wholeProposal(profile);
  const place = profile.locations[0];
  if (profile.phoneVisibility !== 'public') delete whole.phone;
  if (place && place.visibility !== 'public') whole.place = { street: '', postcode: place.postcode, city: place.city };
  return whole;
}

/** The same for someone of the structure, who sees all of it. */
export function wholeProposal(profile: OrganizationProfile): Proposal {
  const place = profile.locations[0];
  return {
    name: profile.name,
    mission: profile.mission,
    description: profile.description,
    place: { street: place?.street ?? '', postcode: place?.postcode ?? '', city: place?.city ?? '' },
    hours: place ? shownHours(place) : '',
    phone: profile.phone,
    email: profile.email,
    website: profile.website,
  };
}

/** Opening hours as a person reads and writes them. */
export function shownHours(place: Pick<OrganizationLocation, 'openingHours' | 'openingHoursNote'>): string {
  const week = place.openingHours ? parseOpeningWeek(place.openingHours) : undefined;
  return [...(week ? frenchOpeningHours(week) : [place.openingHours]), place.openingHoursNote]
    .filter(Boolean)
    .join('\n');
}

/** The fields that say something else than the sheet; a field left out says nothing. */
export function differingFields(before: Proposal, after: Proposal): ProposedField[] {
  return proposedFields.filter(
    (field) => after[field] !== undefined && !isDeepStrictEqual(before[field], after[field]),
  );
}

/** The changes that accepting these fields makes to the sheet. What the proposal does not say stays. */
export function changesOf(
  profile: OrganizationProfile,
  proposed: Proposal,
  accepted: readonly ProposedField[],
  /** The hub keeps streets for its members: a visitor who gave none did not read it. */
  { streetIsKept = false }: { streetIsKept?: boolean } = {},
): ProfileChanges {
  const { place, hours, ...plain } = Object.fromEntries(
    accepted.filter((field) => proposed[field] !== undefined).map((field) => [field, proposed[field]]),
  ) as Proposal;
  if (place === undefined && hours === undefined) return plain;
  const [main = organizationLocation.parse({}), ...others] = profile.locations;
  return {
    ...plain,
    locations: [{ ...movedTo(main, place, streetIsKept), ...(hours === undefined ? {} : hoursOf(hours)) }, ...others],
  };
}

/** The place once moved; its point stays only when nothing that leads there changed. */
function movedTo(
  before: OrganizationLocation,
  place: ProposedPlace | undefined,
  streetIsKept: boolean,
): OrganizationLocation {
  if (!place) return before;
  const same = place.street === before.street && place.postcode === before.postcode && place.city === before.city;
  if (same) return before;
  // A street kept from the public is no part of what a visitor could change.
  const isRead = before.visibility === 'public' && !streetIsKept;
  const street = isRead || place.street !== '' ? place.street : before.street;
  const found = findMunicipality({
    postcode: place.postcode || undefined,
    name: place.city || undefined,
  })?.municipality;
  const centre = found && municipalityCentre(found.insee);
  return {
    ...before,
    ...place,
    street,
    municipalityInsee: found?.insee ?? null,
    lon: centre?.longitude ?? null,
    lat: centre?.latitude ?? null,
    isApproximate: centre !== undefined,
  };
}

/** Hours written in French become the usual syntax when they can; else they are kept as a note. */
function hoursOf(written: string): Pick<OrganizationLocation, 'openingHours' | 'openingHoursNote'> {
  const week = written === '' ? undefined : weekFromFrench(written);
  const syntax = week ? formatOpeningWeek(week) : null;
  return syntax ? { openingHours: syntax, openingHoursNote: '' } : { openingHours: '', openingHoursNote: written };
}
