import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Card } from '#ui/components/card.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { RowCard } from '#ui/components/row-card.tsx';
import { Section } from '#ui/components/section.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { listPath } from '../../../paths.ts';

const largeSizes = '(min-width: 960px) 600px, 92vw';
const smallSizes = '(min-width: 960px) 160px, 26vw';

/** The latest news in large, the three before it in line; each says whose it is. */
export function NewsBlock({
  cards,
  land,
}: {
  readonly cards: readonly ContentCard[];
  readonly land: Territory;
}): JSX.Element | null {
  const [first, ...others] = cards;
  if (!first) return null;
  return (
    <Section title="Ça bouge" more={{ href: listPath('news'), label: 'Toutes les actualités' }} class="home-news">
      <div class="lead-and-rows">
        <Card
          href={first.href}
          title={first.title}
          wide
          cover={coverOf(first, land, largeSizes)}
          {...labelOf(first)}
          {...(first.facts ? { facts: first.facts } : {})}
        >
          {first.text}
        </Card>
        {others.length > 0 && (
          <div class="rows">
            {others.map((card) => (
              <RowCard
                href={card.href}
                title={card.title}
                cover={coverOf(card, land, smallSizes)}
                {...labelOf(card)}
                {...(card.facts ? { facts: card.facts } : {})}
              />
            ))}
          </div>
        )}
      </div>
      <p class="actions home-news-propose">
        <ButtonLink kind="ghost" icon="plus" href={`${listPath('news')}/proposer`}>
          Proposer une actualité
        </ButtonLink>
      </p>
    </Section>
  );
}

function coverOf({ id, hue, picture }: ContentCard, { motif }: Territory, sizes: string) {
  return { id, hue, motif, ...(picture ? { photo: photoOf(picture, sizes) } : {}) };
}

function labelOf({ label, isOwn = false }: ContentCard) {
  return label ? { label: { text: label, own: isOwn } } : {};
}
