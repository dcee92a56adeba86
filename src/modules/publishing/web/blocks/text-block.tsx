import type { JSX } from 'preact';
import type { BlockOf } from '../../content/blocks.ts';
import { BlockFrame } from './block-frame.tsx';
import { CleanText } from './clean-text.tsx';

/** A title and a text. */
export function TextBlock({ block }: { readonly block: BlockOf<'text'> }): JSX.Element {
  return (
    <BlockFrame title={block.title} class="block-text">
      <CleanText html={block.html} />
    </BlockFrame>
  );
}
