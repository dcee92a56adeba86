import type { Exchange } from '#platform/http/exchange.ts';
import { mailSubjects } from '../../../domain/mail-subjects.ts';
import { rhythms } from '../../../domain/rhythms.ts';
import { subscriptionStates } from '../../../domain/subscription.ts';
import type { SubscriberFilters } from '../../queries/subscribers.ts';

const oneOf = <Value extends string>(list: readonly Value[], text: string): Value | null =>
  list.find((value) => value === text) ?? null;

/** The filters an address asks for; whatever else it says is ignored. */
export function filtersAsked(exchange: Exchange): SubscriberFilters {
  return {
    state: oneOf(subscriptionStates, exchange.query('etat')),
    subject: oneOf(mailSubjects, exchange.query('sujet')),
    rhythm: oneOf(rhythms, exchange.query('rythme')),
    words: exchange.query('q').slice(0, 100),
  };
}

/** These filters as they stand in an address. */
export function filterQuery({ state, subject, rhythm, words }: SubscriberFilters, page = 1): string {
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(state ? { etat: state } : {}),
    ...(subject ? { sujet: subject } : {}),
    ...(rhythm ? { rythme: rhythm } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return query ? `?${query}` : '';
}
