import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { classes } from '#ui/components/classes.ts';
import { Label } from '#ui/components/label.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import type { PublishedLine } from '../../../queries/published-list.ts';

interface FavouriteStoryProps {
  readonly line: PublishedLine<'story'>;
  readonly card: ContentCard;
  readonly land: Territory;
  readonly isFirst: boolean;
}

/** A story the team loves: its picture wide, what was and what is in two lines. */
export function FavouriteStory({ line, card, land, isFirst }: FavouriteStoryProps): JSX.Element {
  const { before, after } = line.content;
  return (
    <article class={classes('card', 'favourite', isFirst && 'first')}>
      <PhotoOrRelief
        id={card.id}
        hue={card.hue}
        motif={land.motif}
        width={760}
        height={460}
        eager={isFirst}
        photo={card.picture ? photoOf(card.picture, '(min-width: 60em) 46rem, 92vw') : undefined}
      />
      <div class="card-body">
        {card.facts && <Label own={card.isOwn ?? false}>{card.facts}</Label>}
        <h3 class="card-title">
          <a href={card.href}>{card.title}</a>
        </h3>
        {before && after ? (
          <dl class="then-now">
            <div>
              <dt>Avant</dt>
              <dd>{shortened(before)}</dd>
            </div>
            <div>
              <dt>Après</dt>
              <dd>{shortened(after)}</dd>
            </div>
          </dl>
        ) : (
          card.text && <div class="card-text">{card.text}</div>
        )}
      </div>
    </article>
  );
}

const most = 150;

/** The first words, cut between two of them. */
export function shortened(text: string): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:.–-]+$/, '')}…`;
}
