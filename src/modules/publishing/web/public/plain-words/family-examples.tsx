import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { photoOf } from '#ui/components/photo-of.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import type { families } from './plain-words-content.ts';

interface FamilyExamplesProps {
  readonly family: (typeof families)[number];
  readonly examples: readonly ContentCard[];
  /** All of this family in the directory. */
  readonly href: string | null;
}

/** One family: what it is, and who is of it near here. */
export function FamilyExamples({ family, examples, href }: FamilyExamplesProps): JSX.Element {
  const { title, text, tone } = family;
  return (
    <article class={`family tone-${tone}`}>
      <h3>{title}</h3>
      <p>{text}</p>
      {examples.length > 0 && (
        <>
          <ul>
            {examples.map((card) => (
              <li>
                <PhotoOrRelief
                  id={card.id}
                  hue={card.hue}
                  width={160}
                  height={120}
                  photo={card.picture ? photoOf({ ...card.picture, credit: '' }, '6rem', '') : undefined}
                />
                <span>
                  <a href={card.href}>{card.title}</a>
                  {card.facts && <small>{card.facts}</small>}
                </span>
              </li>
            ))}
          </ul>
          {href && (
            <p>
              <a href={href}>{`Toute la famille « ${title.replace(/^(L’|La )/, '').toLowerCase()} »`}</a>
            </p>
          )}
        </>
      )}
    </article>
  );
}
