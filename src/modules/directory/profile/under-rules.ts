import type { MemberPiece } from '#modules/hub/index.ts';
import type { Visibility } from '#platform/search/search.ts';
import type { OrganizationProfile } from './organization-profile.ts';

/**
 * A sheet as the rules of the hub leave it: what the hub keeps for its members is never wider than that, whatever the
 * structure chose. What the structure keeps closer stays so.
 */
export function underRules(profile: OrganizationProfile, kept: ReadonlySet<MemberPiece>): OrganizationProfile {
  if (kept.size === 0) return profile;
  const within = (piece: MemberPiece, visibility: Visibility): Visibility =>
    kept.has(piece) && visibility === 'public' ? 'members' : visibility;
  return {
    ...profile,
    phoneVisibility: within('phones', profile.phoneVisibility),
    emailVisibility: within('messages', profile.emailVisibility),
    locations: profile.locations.map((place) => ({ ...place, visibility: within('streets', place.visibility) })),
    contacts: profile.contacts.map((person) => ({
      ...person,
      visibility: within('contacts', person.visibility),
      phoneVisibility: within('phones', person.phoneVisibility),
    })),
  };
}
