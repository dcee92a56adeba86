import type { JSX } from 'preact';
import { Card, Cards } from '#ui/components/card.tsx';
import { badgeOf } from '#ui/components/date-badge.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { keptMarkup, type KeptMarkup } from '#ui/kept-markup.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import type { EventCard } from '../../cards/event-card.ts';
import { StateChip } from './state-chip.tsx';

const sizes = '(min-width: 960px) 300px, (min-width: 640px) 46vw, 7rem';

// Pure drawings of what their key holds, so nothing has to clear them.
const drawn: KeptMarkup = new Map();
const mostDrawn = 480;

export interface EventCardsProps {
  readonly cards: readonly EventCard[];
  readonly land: Territory;
  readonly level?: 2 | 3;
}

/** Dates in a grid; lines of a list on a phone. */
export function EventCards({ cards, land, level = 3 }: EventCardsProps): JSX.Element {
  return (
    <Cards>
      {cards.map((card) =>
        keptMarkup(
          drawn,
          JSON.stringify([card, land.motif, level]),
          () => <EventCardView card={card} land={land} level={level} />,
          mostDrawn,
        ),
      )}
    </Cards>
  );
}

/** One date: its picture or the landscape of its type, the day on it, whose it is, when and where. */
export function EventCardView({
  card,
  land,
  level = 3,
}: {
  readonly card: EventCard;
  readonly land: Territory;
  readonly level?: 2 | 3;
}): JSX.Element {
  const { picture, state, perimeter, others } = card;
  return (
    <Card
      href={card.href}
      title={card.title}
      level={level}
      date={badgeOf(card.date)}
      label={{ text: card.label, own: card.isOwn }}
      cover={{
        id: card.id,
        hue: card.hue,
        motif: land.motif,
        ...(picture ? { photo: photoOf(picture, sizes) } : {}),
      }}
      facts={
        <>
          {state && (
            <>
              <StateChip {...state} />{' '}
            </>
          )}
          {card.facts}
          {others && (
            <>
              {' · '}
              <span class="nowrap">{others}</span>
            </>
          )}
        </>
      }
    >
      {(card.text || perimeter) && (
        <>
          {card.text && <span class="card-brief">{card.text}</span>}
          {perimeter && <p class="facts perimeter">{perimeter}</p>}
        </>
      )}
    </Card>
  );
}
