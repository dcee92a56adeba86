import type { Context } from '#platform/context/context.ts';
import type { HomeBlock } from '#platform/contributions/module.ts';
import type { PageView, ServedHub } from '#platform/http/exchange.ts';
import { currentSettings, organizationData } from '#modules/hub/index.ts';
import { markupOf } from '#ui/kept-markup.ts';
import type { PageBlock } from '../../../content/blocks.ts';
import { arrangedHome, type HomePiece } from '../../../domain/arranged-home.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import type { BlockData } from '../../blocks/block-data.ts';
import { PageBlockView } from '../../blocks/page-blocks.tsx';
import { readBlockData } from '../../blocks/read-block-data.ts';
import { playersOf } from '../pages/block-page-data.ts';

/** The home drawn, and what its page says of itself. */
export interface HomeContent extends Pick<PageView, 'players' | 'structuredData'> {
  title: string;
  description: string;
  markup: string;
}

/** Draws the home of a hub for everyone: what modules bring, and the blocks of the employee, as she arranged them. */
export async function drawHome(
  given: Context,
  deps: PublishingDependencies,
  hub: Pick<ServedHub, 'origin'>,
  blocks: readonly PageBlock[],
): Promise<HomeContent> {
  const ctx: Context = { ...given, actor: null };
  const ownBlocks = blocks.filter(({ kind }) => kind !== 'contribution');
  const [settings, look, contributions, data] = await Promise.all([
    currentSettings(ctx),
    deps.hubLook(ctx.hubId),
    deps.homeBlocks(ctx),
    readBlockData(ctx, deps, ownBlocks),
  ]);
  const pieces = arrangedHome<PageBlock, HomeBlock>(blocks, contributions);
  // The page has one main heading: that of its first opening, else the hub's name, for those who do not see the page.
  const opening = pieces.find(isOpening);
  const drawn = pieces.map((piece) =>
    'contribution' in piece
      ? markupOf(piece.contribution.content)
      : drawBlock(piece.block, data, look.land, piece === opening),
  );
  const heading = opening ? [] : [markupOf(<h1 class="visually-hidden">{settings.name}</h1>)];
  return {
    title: settings.name,
    description: settings.promise,
    structuredData: [organizationData(settings, hub.origin)],
    markup: [...heading, ...drawn].join(''),
    ...playersOf(ownBlocks),
  };
}

function isOpening(piece: HomePiece<PageBlock, HomeBlock>): boolean {
  return 'contribution' in piece
    ? piece.contribution.key === 'hub.hero'
    : piece.block.kind === 'hero' && Boolean(piece.block.title);
}

function drawBlock(
  block: PageBlock,
  data: BlockData,
  land: Awaited<ReturnType<PublishingDependencies['hubLook']>>['land'],
  isMain: boolean,
): string {
  return markupOf(<PageBlockView block={block} data={data} land={land} level={isMain ? 1 : 2} />);
}
