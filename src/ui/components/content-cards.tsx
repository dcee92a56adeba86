import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import type { Territory } from '../relief/landscapes.ts';
import { Card, Cards, type HeadingLevel } from './card.tsx';
import { badgeOf } from './date-badge.tsx';
import { photoOf } from './photo-of.ts';

export interface ContentCardsProps {
  readonly cards: readonly ContentCard[];
  readonly land: Territory;
  readonly level?: HeadingLevel;
  /** Fewer, larger ones. */
  readonly two?: boolean;
}

const sizes = '(min-width: 960px) 380px, (min-width: 640px) 46vw, 92vw';

/** Cards that a module gave: news, stories, structures, events. */
export function ContentCards({ cards, land, level = 3, two }: ContentCardsProps): JSX.Element {
  return (
    <Cards {...(two ? { two } : {})}>
      {cards.map((card) => (
        <ContentCardView card={card} land={land} level={level} />
      ))}
    </Cards>
  );
}

/** One card: its picture or its landscape, whose it is, its line of facts, its line of text. */
export function ContentCardView({
  card,
  land,
  level = 3,
}: {
  readonly card: ContentCard;
  readonly land: Territory;
  readonly level?: HeadingLevel;
}): JSX.Element {
  const { id, href, title, label, isOwn = false, facts, text, picture, date, hue } = card;
  return (
    <Card
      href={href}
      title={title}
      level={level}
      wide
      cover={{
        id,
        hue,
        motif: land.motif,
        ...(picture ? { photo: photoOf(picture, sizes) } : {}),
      }}
      {...(label ? { label: { text: label, own: isOwn } } : {})}
      {...(facts ? { facts } : {})}
      {...(date ? { date: badgeOf(date) } : {})}
    >
      {text}
    </Card>
  );
}
