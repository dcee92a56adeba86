import type { Visibility } from '#platform/search/search.ts';
import type { MemberPiece } from '#modules/hub/index.ts';
import { municipalityCentre } from '#platform/geo/index.ts';
import type { OrganizationLocation, OrganizationProfile } from './organization-profile.ts';
import { underRules } from './under-rules.ts';

/** A sheet as one reader may see it. What is kept from the reader is empty, as if it had never been given. */
export interface VisibleProfile extends OrganizationProfile {
  /** Whether this reader may write to the structure without seeing its address. */
  readonly takesMessages: boolean;
}

/**
 * The same sheet for a reader who sees these pieces, under what the hub keeps for its members. Used by every page, feed, export and interface: there is no other
 * way out for a sheet. Addresses of e-mail only ever show to those whose roles say so, never to the public.
 */
export function visibleProfile(
  whole: OrganizationProfile,
  seen: readonly Visibility[],
  kept: ReadonlySet<MemberPiece>,
): VisibleProfile {
  const profile = underRules(whole, kept);
  const may = (visibility: Visibility): boolean => seen.includes(visibility);
  const mayReadMail = (visibility: Visibility): boolean => may(visibility) && may('members');
  return {
    ...profile,
    phone: may(profile.phoneVisibility) ? profile.phone : '',
    email: mayReadMail(profile.emailVisibility) ? profile.email : '',
    takesMessages: profile.email !== '' && may(profile.emailVisibility),
    locations: profile.locations.map((place) => (may(place.visibility) ? place : withoutStreet(place))),
    contacts: profile.contacts
      .filter((person) => may(person.visibility))
      .map((person) => ({
        ...person,
        personId: null,
        email: mayReadMail(person.emailVisibility) ? person.email : '',
        phone: may(person.phoneVisibility) ? person.phone : '',
      })),
  };
}

/** The town alone, and its centre for a point. */
function withoutStreet(place: OrganizationLocation): OrganizationLocation {
  const centre = place.municipalityInsee ? municipalityCentre(place.municipalityInsee) : undefined;
  return {
    ...place,
    label: '',
    street: '',
    lon: centre?.longitude ?? null,
    lat: centre?.latitude ?? null,
    isApproximate: true,
  };
}
