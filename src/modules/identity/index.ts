export { identifyActor, type CurrentSession } from './queries/identify-actor.ts';
export { employees } from './queries/employees.ts';
export { employeesWithoutAccount } from './queries/employees-without-account.ts';
export { ownRows } from './queries/own-rows.ts';
export { rowsAbout } from './queries/rows-about.ts';
export { mailAddresses } from './queries/mail-addresses.ts';
export { preferredAddress } from './queries/preferred-address.ts';
export { personCards, type PersonCard } from './queries/person-cards.ts';
export { peopleBehind, peopleBehindEach } from './queries/people-behind.ts';
export type { PersonalDataSource } from './queries/held-data.ts';
export { createFirstSignInLink } from './commands/create-first-sign-in-link.ts';
export { registerPerson, insertPerson, insertContactPoint } from './commands/register-person.ts';
export {
  insertContactPoints,
  insertPastConsents,
  insertPeople,
  removeConsents,
  removeContactPoints,
  removePeople,
  type PointToInsert,
} from './commands/bulk-people.ts';
export { normaliseContact, type ContactKind } from './domain/contact-point.ts';
export { mergePersons } from './commands/merge-persons.ts';
export { renamePerson } from './commands/rename-person.ts';
export { addContactPoint } from './commands/keep-contact-points.ts';
export { invitePerson } from './commands/invite-person.ts';
export { eraseEverywhere } from './commands/erase-person.ts';
export { grantRole, endRole, beginRole, endHeldRole } from './commands/keep-roles.ts';
export {
  correctOwn,
  noteErasureRequest,
  verifyAddress,
  withdrawOwn,
  type OwnCorrection,
} from './commands/own-by-link.ts';
export { putAddressBack, takeAddress } from './commands/keep-own-address.ts';
export { knownPerson, peopleAtAddress, type KnownPerson } from './queries/known-by-link.ts';
export { heldData } from './queries/held-data.ts';
export { SectionList } from './web/account/personal-data-page.tsx';
export { AgreementsPanel, ErasurePanel } from './web/account/rights-panels.tsx';
export { personalDataHtml, personalDataJson } from './web/account/personal-data-file.tsx';
export { personName } from './domain/person-name.ts';
export { giveConsent, withdrawConsent, withdrawConsentUnder, type Consent } from './commands/keep-consents.ts';
export { normaliseEmail, emailAddress } from './domain/email-address.ts';
export { roleNames } from './domain/role-names.ts';
export { staffRoles, mayKeepPeople } from './policy.ts';
export { openVault, type Vault } from './security/vault.ts';
export { forgetExpired } from './jobs/forget-expired.ts';
export type { IdentityDependencies, PersonSections } from './web/dependencies.ts';
export type { IdentityFact } from './facts.ts';
