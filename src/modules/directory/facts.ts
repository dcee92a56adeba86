import type { Fact } from '#platform/facts/fact.ts';

/** Sheets were added, changed, published, archived, trashed, restored or merged. */
export interface OrganizationChanged extends Fact<'organizationChanged'> {
  readonly ids: readonly string[];
}

/** The hub's list of themes changed: every sheet may show otherwise. */
export type ThemesChanged = Fact<'themesChanged'>;

export type DirectoryFact = OrganizationChanged | ThemesChanged;

export function organizationChanged(...ids: string[]): OrganizationChanged {
  return { type: 'organizationChanged', ids };
}

export function themesChanged(): ThemesChanged {
  return { type: 'themesChanged' };
}
