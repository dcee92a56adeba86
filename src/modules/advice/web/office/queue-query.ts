import { isSituation } from '#modules/hub/index.ts';
import { isId } from '#platform/ids/ids.ts';
import { originPath } from '../../domain/origin-path.ts';
import { requestChannels } from '../../domain/request-channels.ts';
import { requestOutcomes } from '../../domain/request-outcomes.ts';
import { paths } from '../../paths.ts';
import { queueSorts, type QueueQuestion } from '../../queries/request-list.ts';

const states = { 'en-attente': 'waiting', repondues: 'answered', closes: 'closed' } as const;

export interface QueueQuery extends QueueQuestion {
  readonly page: number;
}

/** What the address of the queue asks for: without a word, what waits. */
export function readQueueQuery(search: URLSearchParams): QueueQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 200);
  const state = text('etat');
  const [situation, referrerId, outcome, month, sort] = [
    text('profil'),
    text('prescripteur'),
    text('issue'),
    text('mois'),
    text('tri'),
  ];
  return {
    q: text('q'),
    state: Object.hasOwn(states, state) ? states[state as keyof typeof states] : state === 'toutes' ? null : 'waiting',
    mine: text('qui') === 'moi',
    situation: isSituation(situation) || situation === 'autre' ? situation : null,
    referrerId: isId(referrerId) ? referrerId : null,
    tag: text('etiquette').toLowerCase() || null,
    outcome: requestOutcomes.find((one) => one === outcome) ?? null,
    channel: requestChannels.find((one) => one === text('canal')) ?? null,
    cameFrom: originPath(text('page-d-origine')) || null,
    month: /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(month) ? month : null,
    sort: queueSorts.find((one) => one === sort) ?? 'attente',
    descending: text('sens') === 'decroissant',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1)),
  };
}

/** The whole queue, whatever the state: where tables of figures lead. */
export const wholeQueue: QueueQuery = {
  ...readQueueQuery(new URLSearchParams('etat=toutes')),
  sort: 'recue',
  descending: true,
};

/** The address of the queue with some of the question changed; back to the first page unless told. */
export function queueHref(query: QueueQuery, change: Partial<QueueQuery> = {}, path: string = paths.queue): string {
  const asked = { ...query, page: 1, ...change };
  const search = new URLSearchParams();
  const set = (name: string, value: string | null | false): void => {
    if (value) search.set(name, value);
  };
  set('q', asked.q);
  set('etat', stateWord(asked.state));
  set('qui', asked.mine && 'moi');
  set('profil', asked.situation);
  set('prescripteur', asked.referrerId);
  set('etiquette', asked.tag);
  set('issue', asked.outcome);
  set('page-d-origine', asked.cameFrom);
  set('canal', asked.channel);
  set('mois', asked.month);
  set('tri', asked.sort !== 'attente' && asked.sort);
  set('sens', asked.descending && 'decroissant');
  set('page', asked.page > 1 && String(asked.page));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

function stateWord(state: QueueQuestion['state']): string | false {
  if (state === 'waiting') return false;
  return Object.entries(states).find(([, value]) => value === state)?.[0] ?? 'toutes';
}
