import type { JSX } from 'preact';
import { classes } from '#ui/components/classes.ts';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { categoryHues, categoryOf } from '#ui/theme/categories.ts';
import { PhotoOrRelief, ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { CleanText } from './clean-text.tsx';

const sizes = '(min-width: 768px) 48vw, 92vw';

/** One to four photos beside a text, on the side chosen. */
export function ImageTextBlock({
  block,
  data,
  land,
}: {
  readonly block: BlockOf<'image-text'>;
  readonly data: BlockData;
  readonly land: Territory;
}): JSX.Element {
  const shown = block.pictures.flatMap(({ imageId, alternative }) => {
    const picture = data.pictures.get(imageId);
    return picture ? [photoOf(picture, sizes, alternative)] : [];
  });
  return (
    <section class={classes('section block block-image-text', block.side)}>
      <div class={`block-pictures of-${Math.max(shown.length, 1)}`}>
        {shown.length === 0 && (
          <ReliefCover id={block.id} motif={land.motif} hue={categoryHues[categoryOf(block.id)]} />
        )}
        {shown.map((photo, rank) => (
          <PhotoOrRelief id={`${block.id} ${rank}`} hue={land.hue} photo={photo} />
        ))}
      </div>
      <div class="block-words">
        {block.title && <h2>{block.title}</h2>}
        <CleanText html={block.html} />
      </div>
    </section>
  );
}
