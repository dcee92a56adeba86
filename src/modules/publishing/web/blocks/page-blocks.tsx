import type { JSX } from 'preact';
import type { Territory } from '#ui/relief/landscapes.ts';
import type { PageBlock } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { CallToActionBlock } from './call-to-action-block.tsx';
import { CardsBlock } from './cards-block.tsx';
import { ContactBlock } from './contact-block.tsx';
import { DoorsBlock } from './doors-block.tsx';
import { FiguresBlock } from './figures-block.tsx';
import { FilesBlock } from './files-block.tsx';
import { GalleryBlock } from './gallery-block.tsx';
import { HeroBlock } from './hero-block.tsx';
import { ImageTextBlock } from './image-text-block.tsx';
import { MapBlock } from './map-block.tsx';
import { PartnersBlock } from './partners-block.tsx';
import { QuestionsBlock } from './questions-block.tsx';
import { QuoteBlock } from './quote-block.tsx';
import { TeamBlock } from './team-block.tsx';
import { TextBlock } from './text-block.tsx';
import { VideoBlock } from './video-block.tsx';

export interface PageBlocksProps {
  readonly blocks: readonly PageBlock[];
  /** From `readBlockData`. */
  readonly data: BlockData;
  readonly land: Territory;
  /** True when the page wrote its main heading already: an opening block then takes a second-level one. */
  readonly isTitled?: boolean;
}

/** The blocks of a page, one under the other, as everyone sees them. A block with nothing to show draws nothing. */
export function PageBlocks({ blocks, data, land, isTitled = false }: PageBlocksProps): JSX.Element {
  const opening = isTitled ? undefined : blocks.find(({ kind }) => kind === 'hero');
  return (
    <>
      {blocks.map((block) => (
        <PageBlockView block={block} data={data} land={land} level={block === opening ? 1 : 2} />
      ))}
    </>
  );
}

export interface PageBlockViewProps {
  readonly block: PageBlock;
  readonly data: BlockData;
  readonly land: Territory;
  /** Level of the heading of an opening block. */
  readonly level?: 1 | 2;
}

/** One block as everyone sees it. */
export function PageBlockView({ block, data, land, level = 2 }: PageBlockViewProps): JSX.Element | null {
  switch (block.kind) {
    case 'hero':
      return <HeroBlock block={block} data={data} land={land} level={level} />;
    case 'text':
      return <TextBlock block={block} />;
    case 'image-text':
      return <ImageTextBlock block={block} data={data} land={land} />;
    case 'gallery':
      return <GalleryBlock block={block} data={data} />;
    case 'quote':
      return <QuoteBlock block={block} data={data} />;
    case 'figures':
      return <FiguresBlock block={block} data={data} />;
    case 'cards':
      return <CardsBlock block={block} data={data} land={land} />;
    case 'call-to-action':
      return <CallToActionBlock block={block} />;
    case 'doors':
      return <DoorsBlock block={block} data={data} />;
    case 'team':
      return <TeamBlock block={block} data={data} />;
    case 'partners':
      return <PartnersBlock block={block} data={data} />;
    case 'map':
      return <MapBlock block={block} data={data} />;
    case 'video':
      return <VideoBlock block={block} data={data} land={land} />;
    case 'files':
      return <FilesBlock block={block} data={data} />;
    case 'questions':
      return <QuestionsBlock block={block} />;
    case 'contact':
      return <ContactBlock block={block} data={data} />;
    case 'contribution':
      return block.isHidden ? null : <>{data.contributions.get(block.key)}</>;
  }
}
