import { isId } from '#platform/ids/ids.ts';
import { newsTopics, type NewsTopic } from '../../../content/news.ts';
import { listPath } from '../../../paths.ts';

/** What the address of the news list asks. */
export interface NewsQuery {
  topic: NewsTopic | null;
  whose: 'pole' | 'structures' | null;
  /** Id of a theme of the hub. */
  theme: string | null;
  year: number | null;
  page: number;
}

export const everything: NewsQuery = { topic: null, whose: null, theme: null, year: null, page: 1 };

/** Topics as addresses write them. */
export const topicSlugs: Readonly<Record<NewsTopic, string>> = {
  'hub-life': 'vie-du-pole',
  territory: 'territoire',
  network: 'structures',
  training: 'formation',
  funding: 'financements',
  jobs: 'emploi',
  press: 'presse',
};

export function topicOfSlug(slug: string): NewsTopic | null {
  return newsTopics.find((topic) => topicSlugs[topic] === slug) ?? null;
}

/** Reads the address; what it does not understand is left out. */
export function readNewsQuery(search: URLSearchParams): NewsQuery {
  const whose = search.get('de');
  const year = Number(search.get('annee'));
  const page = Number(search.get('page'));
  return {
    topic: topicOfSlug(search.get('sujet') ?? ''),
    whose: whose === 'pole' || whose === 'structures' ? whose : null,
    theme: isId(search.get('theme') ?? '') ? search.get('theme') : null,
    year: Number.isInteger(year) && year > 1900 && year < 3000 ? year : null,
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
  };
}

/** The address of the list with these changes; changing a filter starts from the first page. */
export function newsHref(query: NewsQuery, changes: Partial<NewsQuery> = {}): string {
  const { topic, whose, theme, year, page } = { ...query, page: 1, ...changes };
  const search = new URLSearchParams();
  if (topic) search.set('sujet', topicSlugs[topic]);
  if (whose) search.set('de', whose);
  if (theme) search.set('theme', theme);
  if (year) search.set('annee', String(year));
  if (page > 1) search.set('page', String(page));
  return listPath('news') + (search.size > 0 ? `?${search.toString()}` : '');
}
