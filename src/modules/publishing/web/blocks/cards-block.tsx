import type { JSX } from 'preact';
import { ContentCards } from '#ui/components/content-cards.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

/** Cards of what the site holds; nothing while there is none. */
export function CardsBlock({
  block,
  data,
  land,
}: {
  readonly block: BlockOf<'cards'>;
  readonly data: BlockData;
  readonly land: Territory;
}): JSX.Element | null {
  const found = data.cards.get(block.id);
  if (!found) return null;
  const { cards, listPath } = found;
  return (
    <BlockFrame
      title={block.title}
      class="block-cards"
      more={block.mode === 'latest' && block.title ? { href: listPath, label: 'Tout voir' } : undefined}
    >
      <ContentCards cards={cards} land={land} level={block.title ? 3 : 2} two={cards.length === 2} />
    </BlockFrame>
  );
}
