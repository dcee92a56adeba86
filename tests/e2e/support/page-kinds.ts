import type { Page } from 'playwright-core';

/** Which addresses a crawl stays among. */
export interface Crawl {
  start: readonly string[];
  belongs: (path: string) => boolean;
  /** Pages kept of one kind. */
  most?: number;
}

/**
 * Follows the links of a site and gives one page of each kind, opened: lists with one filter count as a kind of their
 * own, sheets and persons as one kind each.
 */
export async function* pagesOfEachKind(
  page: Page,
  origin: string,
  { start, belongs, most = 1 }: Crawl,
): AsyncGenerator<string> {
  const waiting = [...start];
  const seen = new Set(waiting);
  const kinds = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await page.goto(origin + path).catch(() => null);
    if (!response?.headers()['content-type']?.includes('text/html') || response.status() >= 400) continue;
    for (const link of await linksOf(page)) {
      const kind = kindOf(link);
      const enough = link.includes('?') ? 1 : most;
      if (!belongs(link) || seen.has(link) || hasManyFilters(link) || (kinds.get(kind) ?? 0) >= enough) continue;
      seen.add(link);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      waiting.push(link);
    }
    yield path;
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

/** Pages of one kind share their address up to ids and slugs. */
export function kindOf(path: string): string {
  const [place = '', query = ''] = path.split('?');
  const steps = place.split('/').map((step, index) => (index > 1 && /[0-9]|-/.test(step) ? '*' : step));
  if (steps[1] === 'annuaire' && steps.length >= 3 && steps[2] !== 'proposer') steps[2] = '*';
  return `${steps.join('/')}?${query.replaceAll(/=[^&]*/g, '=')}`;
}

const aFile = /\.[a-z]+(\?|$)/;

/** Lists with a choice made look alike: the directory's stand for the others. */
const isPlain = (path: string): boolean => !path.includes('?') || path.startsWith('/annuaire?');

export const isPublic = (path: string): boolean =>
  isPlain(path) &&
  !/^\/(gestion|mon-compte|connexion\/lien|courrier-local|images|assets|api)\b/.test(path) &&
  !aFile.test(path);
export const isOffice = (path: string): boolean =>
  isPlain(path) && /^\/(gestion|mon-compte)\b/.test(path) && !aFile.test(path);
