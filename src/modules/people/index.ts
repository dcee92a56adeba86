export type { PeopleFact } from './facts.ts';
export type { PeopleDependencies } from './ports.ts';
export { moveOrganizationRelations } from './commands/follow-merged-organizations.ts';
export { moveRelationsTo } from './commands/follow-merged-person.ts';
export { beginStatus, beginStatusOfMany, endStatus } from './commands/keep-statuses.ts';
export {
  beginOrganizationRole,
  endOrganizationRole,
  noteOrganizationRole,
  type RoleToNote,
} from './commands/keep-organization-roles.ts';
export { tagPeople, untagPeople } from './commands/keep-tags.ts';
export { addNote } from './commands/keep-notes.ts';
export { addDocument } from './commands/keep-documents.ts';
export { chooseWrittenTo, joinHousehold } from './commands/keep-households.ts';
export { keepReviews } from './commands/keep-reviews.ts';
export { addDelegate } from './commands/keep-delegates.ts';
export { chooseReach } from './commands/choose-reach.ts';
export { memberStatesFromRoles } from './queries/member-states.ts';
export {
  memberStateNames,
  relationStatuses,
  statusNames as relationStatusNames,
  type MemberState,
  type RelationStatus,
} from './domain/relation-statuses.ts';
export { roleInWords, roleKindNames, roleKinds, type RoleKind } from './domain/role-kinds.ts';
export { reachOf, reachWords, type ReachChannel } from './domain/reach.ts';
export { personSections } from './web/person/person-sections.tsx';
export { roleFromWords } from './domain/role-from-words.ts';
export { namesOf } from './domain/names-of.ts';
export { tagList, type ListedTag } from './queries/tags.ts';
export { segmentSeam, type SavedSegments } from './segments/segment-seam.ts';
export { addSegment } from './segments/commands/keep-segments.ts';
export type { SegmentDefinition } from './segments/domain/segment-definition.ts';
export { readDefinition as readSegmentDefinition } from './segments/queries/read-definition.ts';
export { countSegment, segmentAddresses } from './segments/queries/segment-people.ts';
