import type { OrganizationProfile } from '../../profile/organization-profile.ts';

/** An address where a structure can be reached, and what may be shown of it. */
export interface KnownAddress {
  address: string;
  /** « c…@jardins.example », or words only when the address is kept from the public. */
  shown: string;
}

/** The structure's own address, then its contact persons'. */
export function knownAddresses(
  profile: Pick<OrganizationProfile, 'email' | 'emailVisibility' | 'contacts'>,
): KnownAddress[] {
  const all = [
    { address: profile.email, isPublic: profile.emailVisibility === 'public', words: 'l’adresse de la structure' },
    ...profile.contacts.map((person) => ({
      address: person.email,
      isPublic: person.visibility === 'public' && person.emailVisibility === 'public',
      words: 'l’adresse d’une personne de la structure',
    })),
  ].filter(({ address }) => address !== '');
  const seen = new Set<string>();
  return all
    .filter(({ address }) => !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase()))
    .map(({ address, isPublic, words }) => ({ address, shown: isPublic ? masked(address) : words }));
}

/** « contact@jardins.example » → « c…@jardins.example » */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
