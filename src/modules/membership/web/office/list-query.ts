import { pageAsked } from '#modules/hub/index.ts';
import { isId } from '#platform/ids/ids.ts';
import { whos } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import { memberSorts, memberViews, type MemberQuestion } from '../../queries/member-list.ts';

export interface ListQuery extends MemberQuestion {
  readonly page: number;
}

/** What the address of the list asks for: without a word, those who are up to date. */
export function readListQuery(search: URLSearchParams): ListQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 100);
  const id = (name: string): string | null => (isId(text(name)) ? text(name) : null);
  return {
    view: memberViews.find((view) => view === text('vue')) ?? 'a-jour',
    q: text('q'),
    who: whos.find((who) => who === text('qui')) ?? null,
    college: id('college'),
    campaign: id('campagne'),
    sort: memberSorts.find((sort) => sort === text('tri')) ?? 'nom',
    page: pageAsked(text('page')),
  };
}

/** The address of the list with some of the question changed; back to the first page unless told. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}, path: string = paths.office): string {
  const asked = { ...query, page: 1, ...change };
  const search = new URLSearchParams();
  if (asked.view !== 'a-jour') search.set('vue', asked.view);
  if (asked.q) search.set('q', asked.q);
  if (asked.who) search.set('qui', asked.who);
  if (asked.college) search.set('college', asked.college);
  if (asked.campaign) search.set('campagne', asked.campaign);
  if (asked.sort !== 'nom') search.set('tri', asked.sort);
  if (asked.page > 1) search.set('page', String(asked.page));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
