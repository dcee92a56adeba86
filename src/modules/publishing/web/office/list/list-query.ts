import { isId } from '#platform/ids/ids.ts';
import { isPublicationKind, publicationStatuses } from '../../../domain/publication.ts';
import { officePaths } from '../../../paths.ts';
import { officeSorts, type OfficeQuestion } from '../../../queries/office/office-list.ts';

export interface ListQuery extends OfficeQuestion {
  readonly page: number;
}

/** What the address of the team's list asks for. The latest changed come first unless told. */
export function readListQuery(search: URLSearchParams): ListQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 200);
  const [kind, audience, theme] = [text('genre'), text('pour'), text('theme')];
  const sort = officeSorts.find((one) => one === text('tri'));
  return {
    q: text('q'),
    kind: isPublicationKind(kind) ? kind : null,
    status: publicationStatuses.find((one) => one === text('etat')) ?? null,
    audience: /^[a-z0-9-]{1,60}$/.test(audience) ? audience : null,
    theme: isId(theme) ? theme : null,
    mine: text('a-moi') === 'oui',
    toReview: text('a-relire') === 'oui',
    withPending: text('en-attente') === 'oui',
    sort: sort ?? 'modifie',
    descending: sort === undefined || text('sens') === 'decroissant',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1)),
  };
}

/** The address of the team's list with some of the question changed; back to the first page unless told. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}, path: string = officePaths.list): string {
  const asked = { ...query, page: 1, ...change };
  const isUsualOrder = asked.sort === 'modifie' && asked.descending;
  const search = new URLSearchParams();
  const set = (name: string, value: string | null | false): void => {
    if (value) search.set(name, value);
  };
  set('q', asked.q);
  set('genre', asked.kind);
  set('etat', asked.status);
  set('pour', asked.audience);
  set('theme', asked.theme);
  set('a-moi', asked.mine && 'oui');
  set('a-relire', asked.toReview && 'oui');
  set('en-attente', asked.withPending && 'oui');
  set('tri', !isUsualOrder && asked.sort);
  set('sens', !isUsualOrder && asked.descending && 'decroissant');
  set('page', asked.page > 1 && String(asked.page));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
