import type { Context } from '#platform/context/context.ts';
import { readStoredFiles, type StoredFile } from '#platform/stored-files/index.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { readFigures } from '../../../queries/figures/figures.ts';
import { itemsOf, textOf, type TypedBlock } from './typed-block.ts';

export interface PickedChoice {
  readonly id: string;
  readonly label: string;
}

/** What blocks choose among, by id of block. */
export interface BlockPickers {
  /** Those chosen, then those that answer the words. */
  readonly cards: ReadonlyMap<string, readonly PickedChoice[]>;
  readonly figures: readonly PickedChoice[];
  readonly files: ReadonlyMap<string, StoredFile>;
  /** Words last searched in a block. */
  readonly words: ReadonlyMap<string, string>;
}

const mostFound = 12;

/** Reads what the blocks of a page choose among. */
export async function readPickers(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'cardSources'>,
  blocks: readonly TypedBlock[],
  words: ReadonlyMap<string, string> = new Map(),
): Promise<BlockPickers> {
  const chosen = blocks.filter(({ kind, id, mode }) => kind === 'cards' && (mode === 'chosen' || words.has(id)));
  const fileIds = blocks
    .flatMap((block) => itemsOf(block, 'files').map((item) => textOf(item, 'fileId')))
    .filter(Boolean);
  const [cards, figures, files] = await Promise.all([
    Promise.all(
      chosen.map(async (block) => [block.id, await cardChoices(ctx, deps, block, words.get(block.id) ?? '')] as const),
    ),
    blocks.some(({ kind }) => kind === 'figures') ? readFigures(ctx.db) : [],
    readStoredFiles(ctx.db, [...new Set(fileIds)]),
  ]);
  return {
    cards: new Map(cards),
    figures: figures.map(({ id, label }) => ({ id, label })),
    files: new Map(files.map((file) => [file.id, file])),
    words,
  };
}

async function cardChoices(
  ctx: Context,
  { cardSources }: Pick<PublishingDependencies, 'cardSources'>,
  block: TypedBlock,
  words: string,
): Promise<readonly PickedChoice[]> {
  const source = cardSources().find(({ kind }) => kind === textOf(block, 'source'));
  if (!source) return [];
  const ids = Array.isArray(block['ids']) ? (block['ids'] as string[]) : [];
  const [cards, found] = await Promise.all([source.chosen(ctx, ids), source.find(ctx, words, mostFound)]);
  const titles = new Map(cards.map(({ id, title }) => [id, title]));
  return [
    ...ids.map((id) => ({ id, label: titles.get(id) ?? 'Cette publication n’est plus en ligne' })),
    ...found.filter(({ id }) => !ids.includes(id)),
  ];
}
