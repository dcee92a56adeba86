import { isId } from '#platform/ids/ids.ts';
import { eventStates } from '../../../domain/event-states.ts';
import { isEventType } from '../../../domain/event-types.ts';
import { officePaths } from '../../../paths.ts';
import { eventSorts, eventViews, type EventQuestion } from '../../../queries/office/office-events.ts';

export interface EventListQuery extends EventQuestion {
  readonly page: number;
}

/** What the address of the team's agenda asks for. What is to come reads forwards, the rest backwards, unless told. */
export function readEventListQuery(search: URLSearchParams): EventListQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 200);
  const [type, venueId, whose] = [text('genre'), text('lieu'), text('qui')];
  const view = eventViews.find((one) => one === text('vue')) ?? 'a-venir';
  const sort = eventSorts.find((one) => one === text('tri'));
  return {
    view,
    q: text('q'),
    type: isEventType(type) ? type : null,
    state: eventStates.find((one) => one === text('etat')) ?? null,
    whose: whose === 'pole' || whose === 'autres' ? whose : null,
    venueId: isId(venueId) ? venueId : null,
    mine: text('a-moi') === 'oui',
    sort: sort ?? 'date',
    descending: sort === undefined ? view !== 'a-venir' : text('sens') === 'decroissant',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1)),
  };
}

/** The address of the list with some of the question changed; back to the first page unless told. */
export function eventListHref(
  query: EventListQuery,
  change: Partial<EventListQuery> = {},
  path: string = officePaths.list,
): string {
  const asked = { ...query, page: 1, ...change };
  const isUsualOrder = asked.sort === 'date' && asked.descending === (asked.view !== 'a-venir');
  const search = new URLSearchParams();
  const set = (name: string, value: string | null | false): void => {
    if (value) search.set(name, value);
  };
  set('vue', asked.view !== 'a-venir' && asked.view);
  set('q', asked.q);
  set('genre', asked.type);
  set('etat', asked.state);
  set('qui', asked.whose);
  set('lieu', asked.venueId);
  set('a-moi', asked.mine && 'oui');
  set('tri', !isUsualOrder && asked.sort);
  set('sens', !isUsualOrder && asked.descending && 'decroissant');
  set('page', asked.page > 1 && String(asked.page));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
