import type { JSX } from 'preact';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

/** An extract of the directory's map, with the way to the list. */
export function MapBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'map'>;
  readonly data: BlockData;
}): JSX.Element | null {
  const drawing = data.maps.get(block.id);
  if (!drawing) return null;
  return (
    <BlockFrame title={block.title} class="block-map">
      {drawing}
    </BlockFrame>
  );
}
