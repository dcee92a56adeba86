export type { DirectoryFact } from './facts.ts';
export { announceDirectoryChange, directoryChannel } from './reactions.ts';
export { hearDirectoryChange, forgetDirectoryIndexes } from './queries/index/directory-index.ts';
export { moveContactsTo } from './commands/follow-merged-person.ts';
export { linkContactPerson } from './commands/link-contact-person.ts';
export { addOrganization } from './commands/add-organization.ts';
export { editOrganization } from './commands/edit-organization.ts';
export { publishOrganizations } from './commands/publish-organizations.ts';
export { draftOrganization, noteMembers } from './commands/note-members.ts';
export { addTheme } from './commands/add-theme.ts';
export { ensureThemes } from './commands/ensure-themes.ts';
export { readThemeTree as listThemes, type IndexedTheme } from './queries/index/theme-tree.ts';
export { suggestCorrection } from './commands/moderation/suggest-correction.ts';
export { suggestOrganization } from './commands/moderation/suggest-organization.ts';
export { ImportRefused, importFromFile } from './jobs/import-from-file.ts';
export { findOrganizations, namedOrganizations, organizationsByName } from './queries/named-organizations.ts';
export { supportActors } from './queries/support-actors.ts';
export { organizationCardsOfForms } from './web/public/card-source.ts';
export { placeMap } from './web/public/static-map.ts';
export { PlacesMap, type MappedPlace } from './web/public/places-map.tsx';
export { mapExtract } from './web/public/map-extract.tsx';
export { attachPhoto } from './commands/attach-photo.ts';
export type {
  OrganizationProfile,
  ProfileChanges,
  OrganizationLocation,
  ContactPerson,
} from './profile/organization-profile.ts';
export { officeSheetPath, organizationPath } from './paths.ts';
export { isInsider } from './policy.ts';
export type { DirectoryDependencies, HubLook } from './ports.ts';
