import { occurrencesOf, readEvent, type EventOccurrence, type StoredEvent } from '#modules/agenda/index.ts';
import { chargesOf, type ChargeView } from '#modules/payments/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { isId } from '#platform/ids/ids.ts';
import { chargeModule } from '../../domain/charge-module.ts';
import type { RegistrationState } from '../../domain/registration-states.ts';
import { holds } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import { ranksIn } from '../../queries/own-registration.ts';
import { registrantsOf, type Registrant } from '../../queries/registrants-of.ts';
import { seatsOf, type DateSeats } from '../../queries/seats-of.ts';
import { offerOf, type StoredOffer } from '../../queries/stored-offer.ts';

export const tabs = {
  inscrits: ['confirmed'],
  attente: ['offered', 'waiting'],
  annules: ['cancelled', 'declined'],
} as const;
export type Tab = keyof typeof tabs;

/** What the list is asked. */
export interface ListQuery {
  readonly tab: Tab;
  readonly q: string;
  readonly kind: string;
  readonly organization: string;
  readonly municipality: string;
  readonly paid: string;
  /** Id of a date; empty for all. */
  readonly date: string;
}

export function readListQuery(search: URLSearchParams): ListQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 160);
  const tab = text('etat');
  const date = text('date');
  return {
    tab: tab === 'attente' || tab === 'annules' ? tab : 'inscrits',
    q: text('q'),
    kind: text('part'),
    organization: text('structure'),
    municipality: text('commune'),
    paid: text('paiement'),
    date: isId(date) ? date : '',
  };
}

/** The address of the list with some of the question changed. */
export function listHref(eventId: string, query: ListQuery, change: Partial<ListQuery> = {}, ending = ''): string {
  const asked = { ...query, ...change };
  const search = new URLSearchParams();
  const set = (name: string, value: string) => value && search.set(name, value);
  set('etat', asked.tab === 'inscrits' ? '' : asked.tab);
  set('date', asked.date);
  set('q', asked.q);
  set('part', asked.kind);
  set('structure', asked.organization);
  set('commune', asked.municipality);
  set('paiement', asked.paid);
  const path = paths.office(eventId) + ending;
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

/** Everything the lists of the team show of an event. */
export interface RegistrationList {
  readonly event: StoredEvent;
  readonly offer: StoredOffer | null;
  readonly dates: readonly EventOccurrence[];
  /** The date shown; null where one registers for all of them. */
  readonly date: EventOccurrence | null;
  readonly seats: DateSeats | null;
  /** Of the date, whatever their state. */
  readonly all: readonly Registrant[];
  /** Those that the filters leave, waiting ones in line order. */
  readonly rows: readonly Registrant[];
  readonly ranks: ReadonlyMap<string, number>;
  readonly charges: ReadonlyMap<string, readonly ChargeView[]>;
}

/** Reads them; null when there is no such event. */
export async function readList({ ctx, param }: Exchange, query: ListQuery): Promise<RegistrationList | null> {
  const eventId = param('id');
  const event = isId(eventId) ? await readEvent(ctx.db, eventId) : null;
  if (!event || event.trashedAt) return null;
  const offer = await offerOf(ctx.db, eventId);
  const dates = (await occurrencesOf(ctx.db, { eventIds: [eventId] })).filter(({ isLeftover }) => !isLeftover);
  const now = ctx.clock.now();
  const next = dates.find(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0) ?? dates.at(-1) ?? null;
  const shown = dates.find(({ id }) => id === query.date) ?? next;
  const date = offer?.scope === 'whole' ? null : shown;
  const all = await registrantsOf(ctx.db, { eventId, occurrenceId: date?.id });
  const seats = shown ? ((await seatsOf(ctx, [shown.id])).get(shown.id) ?? null) : null;
  const ranks = new Map<string, number>();
  if (offer && query.tab === 'attente')
    for (const poolId of new Set(all.map((one) => one.poolId)))
      for (const [id, rank] of await ranksIn(ctx, poolId, offer)) ranks.set(id, rank);
  const charges = await chargesOf(ctx.db, chargeModule, [...new Set(all.map(({ bookingId }) => bookingId))]);
  const rows = all.filter((one) => passes(one, query, charges));
  if (query.tab === 'attente') rows.sort((one, other) => (ranks.get(one.id) ?? 0) - (ranks.get(other.id) ?? 0));
  return { event, offer, dates, date, seats, all, rows, ranks, charges };
}

function passes(one: Registrant, query: ListQuery, charges: RegistrationList['charges']): boolean {
  const words = foldForSearch(query.q).split(' ').filter(Boolean);
  const text = foldForSearch(
    [one.name, one.email, one.phone, one.organizationName, one.municipality, one.bookerName, one.code].join(' '),
  );
  return (
    (tabs[query.tab] as readonly RegistrationState[]).includes(one.state) &&
    words.every((word) => text.includes(word)) &&
    (query.kind === '' || holds(one, query.kind)) &&
    (query.organization === '' || one.organizationName === query.organization) &&
    (query.municipality === '' || one.municipality === query.municipality) &&
    (query.paid === '' || isOwed(one, charges) === (query.paid === 'du'))
  );
}

/** Whether something is still to pay for her booking. */
export function isOwed(one: Pick<Registrant, 'bookingId'>, charges: RegistrationList['charges']): boolean {
  return (charges.get(one.bookingId) ?? []).some(({ left, state }) => left > 0 && state !== 'cancelled');
}
