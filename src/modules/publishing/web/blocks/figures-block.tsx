import type { JSX } from 'preact';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

/** The few numbers that speak. */
export function FiguresBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'figures'>;
  readonly data: BlockData;
}): JSX.Element | null {
  const figures = data.figures.get(block.id) ?? [];
  if (figures.length === 0) return null;
  return (
    <BlockFrame title={block.title} class="block-figures">
      <KeyFigures figures={figures} />
    </BlockFrame>
  );
}
