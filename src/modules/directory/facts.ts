import type { Fact } from '#platform/facts/fact.ts';

/** Sheets were added, changed, published, archived, trashed, restored or merged. */
export interface OrganizationChanged extends Fact<'organizationChanged'> {
  readonly ids: readonly string[];
}

/** The hub's list of themes changed: every sheet may show otherwise. */
export type ThemesChanged = Fact<'themesChanged'>;

/** Two sheets became one: what other modules hold of the second is the first one's. */
export interface OrganizationsMerged extends Fact<'organizationsMerged'> {
  readonly keptId: string;
  readonly mergedId: string;
}

export type DirectoryFact = OrganizationChanged | ThemesChanged | OrganizationsMerged;

export function organizationChanged(...ids: string[]): OrganizationChanged {
  return { type: 'organizationChanged', ids };
}

export function themesChanged(): ThemesChanged {
  return { type: 'themesChanged' };
}

export function organizationsMerged(keptId: string, mergedId: string): OrganizationsMerged {
  return { type: 'organizationsMerged', keptId, mergedId };
}
