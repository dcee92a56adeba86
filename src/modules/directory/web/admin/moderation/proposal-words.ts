import {
  differingFields,
  proposedFields,
  wholeProposal,
  type Proposal,
  type ProposedField,
} from '../../../commands/moderation/proposal.ts';
import { townInWords } from '../../../commands/moderation/town-from-words.ts';
import { shownPhone } from '../../../domain/contact-values.ts';
import type { OrganizationProfile } from '../../../profile/organization-profile.ts';

export const proposedFieldNames: Readonly<Record<ProposedField, string>> = {
  name: 'Nom',
  mission: 'Ce qu’elle fait',
  description: 'Présentation',
  place: 'Adresse',
  hours: 'Horaires',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  website: 'Site',
};

/** One field of a proposal, beside what the sheet says now. */
export interface FieldDifference {
  field: ProposedField;
  label: string;
  before: string;
  after: string;
}

/** What a proposal would change, field by field. */
export function differences(profile: OrganizationProfile | null, proposed: Proposal): FieldDifference[] {
  const before = profile ? wholeProposal(profile) : {};
  const fields = profile
    ? differingFields(before, proposed)
    : proposedFields.filter((field) => words(field, proposed) !== '');
  return fields.map((field) => ({
    field,
    label: proposedFieldNames[field],
    before: words(field, before),
    after: words(field, proposed),
  }));
}

function words(field: ProposedField, proposal: Proposal): string {
  const said = proposal[field];
  if (said === undefined || said === '') return '';
  if (typeof said === 'object')
    return [said.street.replaceAll('\n', ', '), townInWords(said)].filter(Boolean).join(', ');
  return field === 'phone' ? shownPhone(said) : said;
}
