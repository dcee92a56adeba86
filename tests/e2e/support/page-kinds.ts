import type { Page } from 'playwright-core';
import { routeTable } from '../../database/route-table.ts';

/** Which addresses a crawl stays among. */
export interface Crawl {
  start: readonly string[];
  belongs: (path: string) => boolean;
  /** Pages kept of one kind. */
  most?: number;
}

/**
 * Follows the links of a site and shows one page of each kind, opened: a kind is a route, and a list with one filter is
 * a kind of its own. Those it starts from are shown whatever they answer: a lost page is a page. Tabs share the pages as
 * far from the start as one another, so that what is seen never depends on their pace.
 */
export async function eachKindOfPage(
  tabs: readonly Page[],
  origin: string,
  { start, belongs, most = 1 }: Crawl,
  look: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const seen = new Set(start);
  const kinds = new Map(start.map((path) => [kindOf(path), 1]));
  const isNew = (link: string): boolean => {
    const kind = kindOf(link);
    const enough = link.includes('?') ? 1 : most;
    if (!belongs(link) || seen.has(link) || hasManyFilters(link) || (kinds.get(kind) ?? 0) >= enough) return false;
    seen.add(link);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return true;
  };
  const linksFrom = async (page: Page, path: string): Promise<string[]> => {
    const response = await page.goto(origin + path).catch(() => null);
    if (!response?.headers()['content-type']?.includes('text/html')) return [];
    if (response.status() >= 400 && !start.includes(path)) return [];
    const links = await linksOf(page);
    await look(page, path);
    return links;
  };
  for (let together = [...seen]; together.length > 0;) {
    const found = together.map((): string[] => []);
    const waiting = together.entries();
    await Promise.all(
      tabs.map(async (tab) => {
        for (const [rank, path] of waiting) found[rank] = await linksFrom(tab, path);
      }),
    );
    together = found.flat().filter(isNew);
  }
}

async function linksOf(page: Page): Promise<string[]> {
  const all = await page
    .locator('a[href^="/"]:not([download])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return all.map((link) => link.replace(/#.*$/, ''));
}

/** Filters combine without end: one at a time shows what they do. */
function hasManyFilters(path: string): boolean {
  return (path.split('?')[1] ?? '').split('&').length > 1;
}

interface Address {
  path: string;
  pattern: RegExp;
  parameters: number;
}

/** Pages whose last word decides what is on them: each is a kind of its own. */
const closedChoice = ':kind';

/** Addresses of pages, the plainest first: `/annuaire/proposer` before `/annuaire/:slug`. */
const addresses: readonly Address[] = Object.keys(routeTable)
  .filter((name) => name.startsWith('GET ') && !name.includes('{'))
  .map((name) => name.slice('GET '.length))
  .map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`),
    parameters: path.split(':').length - 1,
  }))
  .sort((one, other) => one.parameters - other.parameters);

/** Pages of one kind are answered by one route; among lists, by the filters set too. */
export function kindOf(path: string): string {
  const [place = '', query = ''] = path.split('?');
  const known = addresses.find(({ pattern }) => pattern.test(place));
  const kind = !known || known.path.endsWith(closedChoice) ? place : known.path;
  return query === '' ? kind : `${kind}?${query.replaceAll(/=[^&]*/g, '=')}`;
}

const aFile = /\.[a-z]+(\?|$)/;
/** A mail as it will be read: it runs no script, and axe is one. */
const aMail = /^\/gestion\/envois\/(.+\/)?apercu(\?|$)/;

/** Lists with a choice made look alike: the directory's stand for the others. */
const isPlain = (path: string): boolean => !path.includes('?') || path.startsWith('/annuaire?');

export const isPublic = (path: string): boolean =>
  isPlain(path) &&
  !/^\/(gestion|mon-compte|connexion\/lien|courrier-local|images|assets|api)\b/.test(path) &&
  !aFile.test(path);
export const isOffice = (path: string): boolean =>
  isPlain(path) && /^\/(gestion|mon-compte)\b/.test(path) && !aFile.test(path) && !aMail.test(path);

/** What `allowed` people may open and that no link led to: files, and pages behind a secret or an act. */
export function unseenKinds(visited: readonly string[], allowed: RegExp): string[] {
  const kinds = new Set(visited.map((path) => kindOf(path.split('?')[0] ?? '')));
  return Object.entries(routeTable)
    .filter(([name, access]) => name.startsWith('GET ') && allowed.test(access.split(':')[0] ?? ''))
    .map(([name]) => name.slice('GET '.length))
    .filter((path) => !path.endsWith(closedChoice) && !path.includes('{') && !aFile.test(path) && !kinds.has(path));
}
