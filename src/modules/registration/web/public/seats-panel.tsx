import type { VNode } from 'preact';
import { formatDateTime, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { closingOf } from '../../domain/offer-times.ts';
import { kindInWords, partsOf, workshopsOf } from '../../domain/workshops.ts';
import { paths, registerHref } from '../../paths.ts';
import { mayKeepRegistrations } from '../../policy.ts';
import { seatsForList, seatsOf, type DateSeats } from '../../queries/seats-of.ts';

/** What stands in the panel of an event's page: seats, price, and the way to register. Null when one comes as one is. */
export async function seatsPanel(
  exchange: Exchange,
  { eventId, occurrenceId }: { eventId: string; occurrenceId: string },
): Promise<{ view: VNode; seats: ReturnType<typeof seatsForList> | null } | null> {
  const seats = (await seatsOf(exchange.ctx, [occurrenceId])).get(occurrenceId);
  const keeps = mayKeepRegistrations(exchange.actor);
  if (!seats || (!seats.offer.isOpen && !keeps)) return null;
  const view = (
    <>
      {seats.offer.isOpen && <Seats seats={seats} zone={exchange.hub.zone} />}
      {keeps && (
        <p>
          <a href={paths.office(eventId)}>Les inscriptions{seats.confirmed > 0 ? ` (${seats.confirmed})` : ''}</a>
        </p>
      )}
    </>
  );
  return { view, seats: seats.offer.isOpen ? seatsForList(seats) : null };
}

function Seats({ seats, zone }: { readonly seats: DateSeats; readonly zone: string }): VNode {
  const { offer, date, opening, capacity, left, waiting } = seats;
  const href = registerHref(date.slug, offer.scope === 'each' ? date.originalLocal : null);
  const isFull = left === 0;
  const said = openingWords(seats, zone);
  return (
    <>
      <p class="big">
        {left === null ? (
          'Sur inscription'
        ) : isFull ? (
          'Complet'
        ) : (
          <>
            {plural(left, 'place')}
            {capacity !== null && <small> sur {capacity}</small>}
          </>
        )}
      </p>
      {offer.seatKinds.length > 0 && opening === 'open' && (
        <ul class="facts">
          {[...partsOf(offer.seatKinds), ...workshopsOf(offer.seatKinds)].map((kind) => {
            const free = seats.leftByKind.get(kind.key);
            return (
              <li>
                {kindInWords(kind)} :{' '}
                {free === null || free === undefined ? 'places libres' : free === 0 ? 'complet' : plural(free, 'place')}
              </li>
            );
          })}
        </ul>
      )}
      {offer.prices.length > 0 && <p>{priceWords(seats)}</p>}
      {offer.conditions && <p>{offer.conditions}</p>}
      {opening === 'open' && (!isFull || offer.hasWaitingList) && (
        <p class="actions">
          <ButtonLink href={href}>
            {isFull
              ? waiting > 0
                ? `Liste d’attente (${plural(waiting, 'personne')})`
                : 'Liste d’attente'
              : 'S’inscrire'}
          </ButtonLink>
        </p>
      )}
      {said && <p class="facts">{said}</p>}
    </>
  );
}

/** « Gratuit », « 12 € », « De 5 à 20 € »; nothing where the event alone says its price. */
export function priceWords({ offer: { prices } }: Pick<DateSeats, 'offer'>): string {
  const cents = prices.map((price) => price.cents);
  const [least, most] = [Math.min(...cents), Math.max(...cents)];
  if (cents.length === 0) return '';
  if (most === 0) return 'Gratuit';
  if (least === most) return formatMoney(most);
  return least === 0 ? `Gratuit ou jusqu’à ${formatMoney(most)}` : `De ${formatMoney(least)} à ${formatMoney(most)}`;
}

function openingWords({ offer, date, opening, left }: DateSeats, zone: string): string {
  const told = (moment: Temporal.Instant) => formatDateTime(moment, { zone });
  switch (opening) {
    case 'not_yet':
      return offer.opensAt ? `Les inscriptions ouvrent le ${told(offer.opensAt)}.` : '';
    case 'open':
      if (left === 0 && !offer.hasWaitingList) return 'Il n’y a pas de liste d’attente.';
      return offer.closesAt || offer.closesHours > 0 ? `Jusqu’au ${told(closingOf(offer, date))}.` : '';
    case 'closed':
      return 'Les inscriptions sont closes.';
    default:
      return '';
  }
}
