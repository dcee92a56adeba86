import { pageAsked } from '#modules/hub/index.ts';
import { ways } from '../../domain/ways.ts';
import { paths } from '../../paths.ts';
import { chargeViews, type ChargeQuestion } from '../../queries/charge-list.ts';

export interface ListQuery extends ChargeQuestion {
  readonly page: number;
}

/** What the address of the list asks for: without a word, what is expected. */
export function readListQuery(search: URLSearchParams): ListQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 100);
  return {
    view: chargeViews.find((view) => view === text('vue')) ?? 'a-recevoir',
    q: text('q'),
    way: ways.find((way) => way === text('moyen')) ?? null,
    page: pageAsked(text('page')),
  };
}

/** The address of the list with some of the question changed; back to the first page unless told. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}, path: string = paths.list): string {
  const asked = { ...query, page: 1, ...change };
  const search = new URLSearchParams();
  if (asked.view !== 'a-recevoir') search.set('vue', asked.view);
  if (asked.q) search.set('q', asked.q);
  if (asked.way) search.set('moyen', asked.way);
  if (asked.page > 1) search.set('page', String(asked.page));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
