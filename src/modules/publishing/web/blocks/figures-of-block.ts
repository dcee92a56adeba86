import type { Context } from '#platform/context/context.ts';
import type { BlockOf } from '../../content/blocks.ts';
import type { PublishingDependencies } from '../../ports.ts';
import { figuresOf } from '../../queries/figures/figures-of.ts';
import type { ShownFigure } from './block-data.ts';

/** The figures chosen in a block; none chosen gives those that the hub puts forward, else what the site counts itself. */
export async function figuresOfBlock(
  ctx: Context,
  { keyFigures }: Pick<PublishingDependencies, 'keyFigures'>,
  block: BlockOf<'figures'>,
): Promise<readonly ShownFigure[]> {
  const figures = await figuresOf(ctx, block.figureIds);
  return figures.length > 0 || block.figureIds.length > 0 ? figures : keyFigures(ctx);
}
