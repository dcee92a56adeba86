import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';

const sizes = '(min-width: 768px) 55vw, 96vw';

/** The opening of a page: the promise on the hub's colour beside its photo, or over its landscape. */
export function HeroBlock({
  block,
  data,
  land,
  level,
}: {
  readonly block: BlockOf<'hero'>;
  readonly data: BlockData;
  readonly land: Territory;
  readonly level: 1 | 2;
}): JSX.Element {
  const Heading = `h${level}` as const;
  const picture = block.imageId ? data.pictures.get(block.imageId) : undefined;
  return (
    <section class="block block-hero">
      <div class="block-hero-text">
        {block.title && <Heading>{block.title}</Heading>}
        {block.text && <p class="lead">{block.text}</p>}
        {block.actions.length > 0 && (
          <p class="actions">
            {block.actions
              .filter(({ label, href }) => label && href)
              .map(({ label, href }, rank) => (
                <ButtonLink href={href} kind={rank === 0 ? 'primary' : 'ghost'}>
                  {label}
                </ButtonLink>
              ))}
          </p>
        )}
      </div>
      <PhotoOrRelief
        id={block.id}
        {...land}
        width={900}
        height={560}
        eager
        {...(picture ? { photo: photoOf(picture, sizes, block.alternative) } : {})}
      />
    </section>
  );
}
