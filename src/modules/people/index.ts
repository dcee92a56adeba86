export type { PeopleFact } from './facts.ts';
export type { PeopleDependencies } from './ports.ts';
export { moveRelationsTo } from './commands/follow-merged-person.ts';
export { memberStatesFromRoles } from './queries/member-states.ts';
export type { MemberState, RelationStatus } from './domain/relation-statuses.ts';
export type { RoleKind } from './domain/role-kinds.ts';
