import { isId } from '#platform/ids/ids.ts';
import { officePath } from '../../paths.ts';
import { officeSorts, type OfficeQuestion } from '../../queries/office/office-list.ts';
import { isOneOf } from '../texts.ts';

const statuses = ['draft', 'published', 'archived'] as const;

export interface OfficeQuery extends OfficeQuestion {
  readonly page: number;
}

/** What the address of the team's list asks for. */
export function readOfficeQuery(search: URLSearchParams): OfficeQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 200);
  const [status, sort, themeId] = [text('etat'), text('tri'), text('theme')];
  return {
    q: text('q'),
    status: isOneOf(statuses, status) ? status : null,
    themeId: isId(themeId) ? themeId : null,
    insee: /^[0-9AB]{5}$/.test(text('commune')) ? text('commune') : null,
    source: text('source') || null,
    toConfirm: text('a-verifier') === 'oui',
    withoutPoint: text('sans-point') === 'oui',
    membersOnly: text('adherentes') === 'oui',
    sort: isOneOf(officeSorts, sort) ? sort : 'nom',
    descending: text('sens') === 'decroissant',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1)),
  };
}

/** The address of the team's list with some of the question changed; back to the first page unless told. */
export function officeHref(query: OfficeQuery, change: Partial<OfficeQuery> = {}, path: string = officePath): string {
  const asked = { ...query, page: 1, ...change };
  const search = new URLSearchParams();
  const set = (name: string, value: string | null | false): void => {
    if (value) search.set(name, value);
  };
  set('q', asked.q);
  set('etat', asked.status);
  set('theme', asked.themeId);
  set('commune', asked.insee);
  set('source', asked.source);
  set('a-verifier', asked.toConfirm && 'oui');
  set('sans-point', asked.withoutPoint && 'oui');
  set('adherentes', asked.membersOnly && 'oui');
  set('tri', asked.sort !== 'nom' && asked.sort);
  set('sens', asked.descending && 'decroissant');
  set('page', asked.page > 1 && String(asked.page));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
