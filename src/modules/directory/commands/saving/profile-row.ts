import { foldForSearch } from '#platform/french/index.ts';
import type { OrganizationProfile } from '../../profile/organization-profile.ts';
import { websiteKey } from '../../profile/website-key.ts';

/** The columns of `organizations` that a profile fills, by their names in the database. */
export function profileRow(profile: OrganizationProfile): Record<string, unknown> {
  return {
    name: profile.name,
    name_key: foldForSearch(profile.name),
    short_name: profile.shortName,
    legal_form: profile.legalForm,
    legal_code: profile.legalCode,
    level: profile.level,
    mission: profile.mission,
    description: profile.description,
    offers: profile.offers,
    needs: profile.needs,
    skills: profile.skills,
    means: profile.means,
    audiences: profile.audiences,
    siren: profile.siren,
    siret: profile.siret,
    rna: profile.rna,
    founded_year: profile.foundedYear,
    staff_bracket: profile.staffBracket,
    phone: profile.phone,
    phone_visibility: profile.phoneVisibility,
    email: profile.email,
    email_visibility: profile.emailVisibility,
    website: profile.website,
    website_key: websiteKey(profile.website),
    links: profile.links,
    is_member: profile.isMember,
    is_inspiring: profile.isInspiring,
    is_support: profile.isSupport,
    supports: profile.supports,
  };
}

/** Those columns, as constant text for the statements that write them. */
export const profileColumns = `name, name_key, short_name, legal_form, legal_code, level, mission, description, offers, needs, skills,
  means, audiences, siren, siret, rna, founded_year, staff_bracket, phone, phone_visibility, email,
  email_visibility, website, website_key, links, is_member, is_inspiring, is_support, supports`;
