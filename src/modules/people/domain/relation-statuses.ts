/** What the team says a person or a structure is to the hub. Being a member, or having been one, comes from memberships. */
export const relationStatuses = ['partner', 'project_holder', 'funder', 'elected_official', 'press'] as const;
export type RelationStatus = (typeof relationStatuses)[number];

/** How each is called on a sheet. */
export const statusNames: Readonly<Record<RelationStatus, string>> = {
  partner: 'Partenaire',
  project_holder: 'Porteur·se de projet',
  funder: 'Financeur',
  elected_official: 'Élu·e',
  press: 'Presse',
};

/** What memberships say of someone on a day. */
export type MemberState = 'current' | 'former';

export const memberStateNames: Readonly<Record<MemberState, string>> = {
  current: 'Adhérent·e',
  former: 'Ancien·ne adhérent·e',
};
