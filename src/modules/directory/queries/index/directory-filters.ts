import type { LegalFormFamily } from '../../domain/legal-forms.ts';
import type { Mark } from './directory-columns.ts';

/** What a visitor asked for. Within one field, any of the values; between fields, all of them. */
export interface DirectoryFilters {
  /** Slugs; a theme brings those under it. */
  readonly themes: readonly string[];
  readonly legalForms: readonly LegalFormFamily[];
  /** INSEE codes. */
  readonly towns: readonly string[];
  readonly marks: readonly Mark[];
  /** Within so many kilometres of a point. */
  readonly near: { readonly lon: number; readonly lat: number; readonly within: number | null } | null;
  /** Ids found by the search, best first; null when nothing was searched. */
  readonly found: readonly string[] | null;
}

export const noFilters: DirectoryFilters = {
  themes: [],
  legalForms: [],
  towns: [],
  marks: [],
  near: null,
  found: null,
};

export type FilterField = 'themes' | 'legalForms' | 'towns' | 'marks';

/** The same text for the same filters, whatever their order. The search and the place asked are not part of it. */
export function filtersKey(filters: DirectoryFilters): string {
  const list = (values: readonly string[]): string => values.toSorted().join(',');
  return [filters.themes, filters.legalForms, filters.towns, filters.marks].map(list).join(';');
}

export function isUnfiltered(filters: DirectoryFilters): boolean {
  return filtersKey(filters) === ';;;' && filters.near?.within == null && filters.found === null;
}
