import type { JSX } from 'preact';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { classes } from '#ui/components/classes.ts';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';

/** What somebody says, in large, with a face when there is one. */
export function QuoteBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'quote'>;
  readonly data: BlockData;
}): JSX.Element | null {
  if (!block.text) return null;
  const picture = block.imageId ? data.pictures.get(block.imageId) : undefined;
  return (
    <figure class={classes('block block-quote', picture && 'has-face')}>
      {picture && <PhotoImage photo={photoOf(picture, '240px', block.alternative)} />}
      <blockquote>
        <p>{block.text}</p>
      </blockquote>
      {(block.by || block.role) && (
        <figcaption>
          {block.by && <b>{block.by}</b>}
          {block.role && <span>{block.role}</span>}
        </figcaption>
      )}
    </figure>
  );
}
