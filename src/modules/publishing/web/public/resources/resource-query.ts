import type { resourceFormats } from '../../../content/network.ts';
import { resourcesPath } from '../../../resource-paths.ts';
import { askedPage, listHref } from '../item/list-address.ts';

type Format = (typeof resourceFormats)[number];

/** The shelves of the library: what a reader looks for, rather than what a thing is made of. */
export const shelves = [
  {
    slug: 'fiches',
    label: 'Fiches pas à pas',
    lead: 'Une démarche, dans l’ordre, à cocher au fur et à mesure.',
    formats: ['sheet'],
  },
  { slug: 'guides', label: 'Guides et documents', lead: 'À lire ou à télécharger.', formats: ['guide', 'file'] },
  { slug: 'liens', label: 'Les bons liens', lead: 'Ce que d’autres font très bien.', formats: ['link'] },
  {
    slug: 'emprunter',
    label: 'À emprunter',
    lead: 'Livres et outils de la petite bibliothèque du pôle.',
    formats: ['book', 'tool'],
  },
] as const satisfies readonly { slug: string; label: string; lead: string; formats: readonly Format[] }[];

export type Shelf = (typeof shelves)[number];

export function shelfOf(format: Format): Shelf {
  return shelves.find(({ formats }) => (formats as readonly Format[]).includes(format)) ?? shelves[0];
}

/** What the address of the library asks. */
export interface ResourceQuery {
  readonly words: string;
  /** Tag of a door. */
  readonly reader: string;
  readonly theme: string;
  readonly shelf: Shelf['slug'] | '';
  readonly page: number;
}

export const everyResource: ResourceQuery = { words: '', reader: '', theme: '', shelf: '', page: 1 };

/** Reads the address; what it does not understand is left out. */
export function readResourceQuery(search: URLSearchParams): ResourceQuery {
  const text = (name: string): string => (search.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 200);
  const shelf = shelves.find(({ slug }) => slug === text('type'))?.slug ?? '';
  return {
    words: text('q'),
    reader: text('pour'),
    theme: text('theme'),
    shelf,
    page: askedPage(text('page')),
  };
}

/** The address of the library with these changes, from its first page. */
export function resourceHref(query: ResourceQuery, changes: Partial<ResourceQuery> = {}): string {
  const { words, reader, theme, shelf, page } = { ...query, page: 1, ...changes };
  return listHref(resourcesPath, { q: words, pour: reader, theme, type: shelf, page });
}

export function isNarrowed({ words, reader, theme, shelf }: ResourceQuery): boolean {
  return [words, reader, theme, shelf].some((one) => one !== '');
}

interface Narrowed {
  audiences: readonly string[];
  themes: readonly string[];
  content: { format: Format };
}

/** Whether a resource answers all filters; words are answered by the search. */
export function answersFilters(line: Narrowed, { reader, theme, shelf }: ResourceQuery): boolean {
  return (
    (reader === '' || line.audiences.includes(reader)) &&
    (theme === '' || line.themes.includes(theme)) &&
    (shelf === '' || shelfOf(line.content.format).slug === shelf)
  );
}
