import { shownPhone } from '../../domain/contact-values.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { frenchOpeningHours, parseOpeningWeek } from '../../domain/opening-hours.ts';
import { staffBracketLabel } from '../../domain/staff-brackets.ts';
import type { OrganizationLocation, OrganizationProfile, ProfileField } from '../../profile/organization-profile.ts';
import { visibilityNames } from '../../profile/visibility-names.ts';
import { levelNames } from '../texts.ts';

/** The content of a field as a person reads it; empty when there is none. */
export function fieldInWords(
  field: ProfileField,
  profile: Partial<OrganizationProfile>,
  themeLabels: ReadonlyMap<string, string>,
): string {
  const { [field]: content } = profile;
  if (content === undefined || content === null || content === '') return '';
  switch (field) {
    case 'themes':
      return (profile.themes ?? []).map((id) => themeLabels.get(id) ?? 'thème supprimé').join(', ');
    case 'locations':
      return (profile.locations ?? []).map(placeInWords).join('\n');
    case 'contacts':
      return (profile.contacts ?? [])
        .map(({ name, role, phone, email }) =>
          [name, role, phone && shownPhone(phone), email].filter(Boolean).join(', '),
        )
        .join('\n');
    case 'links':
      return (profile.links ?? []).map(({ url }) => url).join('\n');
    case 'phone':
      return shownPhone(profile.phone ?? '');
    case 'phoneVisibility':
    case 'emailVisibility':
      return visibilityNames[profile[field] ?? 'staff'];
    case 'legalForm':
      return profile.legalForm ? legalFormLabel(profile.legalForm) : '';
    case 'level':
      return levelNames[profile.level ?? 'base'];
    case 'staffBracket':
      return profile.staffBracket ? staffBracketLabel(profile.staffBracket) : '';
    default:
      if (typeof content === 'boolean') return content ? 'oui' : 'non';
      return Array.isArray(content) ? content.filter((word) => typeof word === 'string').join(', ') : String(content);
  }
}

function placeInWords({ street, postcode, city, openingHours, openingHoursNote }: OrganizationLocation): string {
  const week = openingHours ? parseOpeningWeek(openingHours) : undefined;
  const hours = week ? frenchOpeningHours(week).join(' ; ') : openingHours || openingHoursNote;
  return [street.replaceAll('\n', ', '), `${postcode} ${city}`.trim(), hours].filter(Boolean).join(', ');
}
