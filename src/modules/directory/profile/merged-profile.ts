import { isDeepStrictEqual } from 'node:util';
import type { ContactPerson, OrganizationProfile, ProfileChanges, ProfileField } from './organization-profile.ts';

const joinedLists = ['themes', 'offers', 'needs', 'skills', 'means', 'audiences', 'supports'] as const;

/** What the kept sheet becomes: the fields chosen come from the other one, empty ones are filled, lists are joined. */
export function mergedProfile(
  kept: OrganizationProfile,
  other: OrganizationProfile,
  taken: ReadonlySet<ProfileField>,
): ProfileChanges {
  const filled = Object.fromEntries(
    (Object.keys(kept) as ProfileField[]).filter((field) => isEmpty(kept[field])).map((field) => [field, other[field]]),
  );
  const joined = Object.fromEntries(
    joinedLists.map((field) => [field, [...new Set([...kept[field], ...other[field]])]]),
  );
  const flags = {
    isMember: kept.isMember || other.isMember,
    isInspiring: kept.isInspiring || other.isInspiring,
    isSupport: kept.isSupport || other.isSupport,
  };
  const chosen = Object.fromEntries([...taken].map((field) => [field, other[field]]));
  return {
    ...filled,
    ...joined,
    ...flags,
    contacts: joinedContacts(kept.contacts, other.contacts),
    links: joinedLinks(kept, other),
    ...chosen,
  };
}

function joinedContacts(kept: readonly ContactPerson[], other: readonly ContactPerson[]): ContactPerson[] {
  const known = new Set(kept.map((person) => person.name.toLowerCase()));
  return [...kept, ...other.filter((person) => !known.has(person.name.toLowerCase()))];
}

function joinedLinks(kept: OrganizationProfile, other: OrganizationProfile): OrganizationProfile['links'] {
  return [...kept.links, ...other.links.filter((link) => !kept.links.some((mine) => isDeepStrictEqual(mine, link)))];
}

function isEmpty(content: unknown): boolean {
  return content === null || content === '' || (Array.isArray(content) && content.length === 0);
}
