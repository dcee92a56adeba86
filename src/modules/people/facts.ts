import type { Fact } from '#platform/facts/fact.ts';

/** What a person or a structure is to the hub, her roles or her tags changed. */
export interface RelationChanged extends Fact<'relationChanged'> {
  personIds: readonly string[];
  organizationIds: readonly string[];
}

export const relationChanged = (
  of: { personIds?: readonly string[]; organizationIds?: readonly string[] } = {},
): RelationChanged => ({
  type: 'relationChanged',
  personIds: of.personIds ?? [],
  organizationIds: of.organizationIds ?? [],
});

export type PeopleFact = RelationChanged;
