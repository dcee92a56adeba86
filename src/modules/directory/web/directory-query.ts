import { legalFormFamilies } from '../domain/legal-forms.ts';
import { directoryPath } from '../paths.ts';
import type { DirectoryFilters } from '../queries/index/directory-filters.ts';
import type { Mark } from '../queries/index/directory-columns.ts';
import { isOneOf, markWords } from './texts.ts';

export const sorts = ['pertinence', 'nom', 'distance', 'nouveautes'] as const;
export type Sort = (typeof sorts)[number];

/** What the address of a directory page asks for. Anything else in it is ignored. */
export interface DirectoryQuery {
  readonly q: string;
  readonly themes: readonly string[];
  readonly legalForms: DirectoryFilters['legalForms'];
  readonly towns: readonly string[];
  readonly marks: readonly Mark[];
  readonly near: { readonly lon: number; readonly lat: number } | null;
  /** Kilometres around `near`. */
  readonly within: number | null;
  /** Null follows the usual order: best match, nearest, or by name. */
  readonly sort: Sort | null;
  readonly page: number;
}

const mostValues = 12;
const markSlugs = Object.fromEntries(Object.entries(markWords).map(([mark, { slug }]) => [slug, mark])) as Record<
  string,
  Mark
>;

export function readDirectoryQuery(search: URLSearchParams): DirectoryQuery {
  const list = (name: string): string[] =>
    [...new Set(search.getAll(name).filter((value) => value !== ''))].slice(0, mostValues);
  const sort = search.get('tri') ?? '';
  const near = readPoint(search.get('pres') ?? '');
  const within = Number(search.get('rayon'));
  return {
    q: (search.get('q') ?? '').trim().slice(0, 200),
    themes: list('theme').filter((slug) => /^[a-z0-9-]{1,100}$/.test(slug)),
    legalForms: list('forme').filter((family) => isOneOf(legalFormFamilies, family)),
    towns: list('commune').filter((code) => /^[0-9AB]{5}$/.test(code)),
    marks: list('avec').flatMap((slug) => markSlugs[slug] ?? []),
    near,
    within: near && within > 0 && within <= 200 ? within : null,
    sort: isOneOf(sorts, sort) && (sort !== 'distance' || near) ? sort : null,
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1)),
  };
}

/** The same question written back, always in the same order, so that one answer has one address. */
export function writeDirectoryQuery(query: Partial<DirectoryQuery>): string {
  const search = new URLSearchParams();
  if (query.q) search.set('q', query.q);
  for (const theme of query.themes ?? []) search.append('theme', theme);
  for (const family of query.legalForms ?? []) search.append('forme', family);
  for (const town of query.towns ?? []) search.append('commune', town);
  for (const mark of query.marks ?? []) search.append('avec', markWords[mark].slug);
  if (query.near) search.set('pres', `${query.near.lat},${query.near.lon}`);
  if (query.within) search.set('rayon', String(query.within));
  if (query.sort) search.set('tri', query.sort);
  if (query.page && query.page > 1) search.set('page', String(query.page));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** Address of the directory with some of the question changed; back to the first page unless told. */
export function directoryHref(
  query: DirectoryQuery,
  change: Partial<DirectoryQuery> = {},
  path: string = directoryPath,
): string {
  return path + writeDirectoryQuery({ ...query, page: 1, ...change });
}

export function isNarrowed(query: DirectoryQuery): boolean {
  return (
    query.q !== '' ||
    query.themes.length + query.legalForms.length + query.towns.length + query.marks.length > 0 ||
    query.within !== null
  );
}

/** `47.97,-1.79`: latitude first, as people and maps say it. Kept to about a hundred metres. */
function readPoint(text: string): { lon: number; lat: number } | null {
  const [, lat, lon] = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? [];
  if (lat === undefined || lon === undefined || Math.abs(Number(lat)) > 85 || Math.abs(Number(lon)) > 180) return null;
  return { lat: Math.round(Number(lat) * 1000) / 1000, lon: Math.round(Number(lon) * 1000) / 1000 };
}
