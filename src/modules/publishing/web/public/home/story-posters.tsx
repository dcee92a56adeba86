import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { Card } from '#ui/components/card.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { Section } from '#ui/components/section.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { listPath } from '../../../paths.ts';

const sizes = '(min-width: 960px) 400px, (min-width: 560px) 46vw, 92vw';

/** Those who did it: tall pictures, one sentence each. */
export function StoryPosters({
  cards,
  land,
}: {
  readonly cards: readonly ContentCard[];
  readonly land: Territory;
}): JSX.Element {
  return (
    <Section title="Elles et ils l’ont fait" more={{ href: listPath('story'), label: 'Toutes les histoires' }}>
      <div class="cards posters">
        {cards.map(({ id, href, title, facts, text, picture, hue }) => (
          <Card
            href={href}
            title={title}
            wide
            cover={{
              id,
              hue,
              motif: land.motif,
              width: 400,
              height: 440,
              ...(picture ? { photo: photoOf(picture, sizes) } : {}),
            }}
            {...(facts ? { facts } : {})}
          >
            {text}
          </Card>
        ))}
      </div>
    </Section>
  );
}
