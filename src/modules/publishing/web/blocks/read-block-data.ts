import type { VNode } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { readPictures } from '#platform/pictures/picture.ts';
import { imagesOfBlocks, type BlockOf, type PageBlock } from '../../content/blocks.ts';
import type { NamedContact, PublishingDependencies } from '../../ports.ts';
import type { BlockData } from './block-data.ts';
import { shownDoors } from './shown-door.ts';
import { filesOfBlocks } from './files-of-blocks.ts';
import { figuresOfBlock } from './figures-of-block.ts';

type Dependencies = Pick<
  PublishingDependencies,
  'kept' | 'cardSources' | 'keyFigures' | 'contactFor' | 'mapExtract' | 'homeBlocks'
>;

/** Reads at once all that these blocks show: only what any visitor may see, whoever asks. */
export async function readBlockData(
  given: Context,
  deps: Dependencies,
  blocks: readonly PageBlock[],
): Promise<BlockData> {
  const ctx: Context = { ...given, actor: null };
  const of = <Kind extends PageBlock['kind']>(kind: Kind) =>
    blocks.filter((block): block is BlockOf<Kind> => block.kind === kind);
  const profiles = [...new Set(of('contact').map((block) => block.profile))];

  const [cards, figures, maps, contacts, doors, files, contributed] = await Promise.all([
    mapOf(of('cards'), async (block) => [block.id, await cardsOf(ctx, deps, block)] as const),
    mapOf(of('figures'), async (block) => [block.id, await figuresOfBlock(ctx, deps, block)] as const),
    mapOf(of('map'), async (block) => [block.id, await deps.mapExtract(ctx, block.theme)] as const),
    mapOf(profiles, async (profile) => [profile, await deps.contactFor(ctx, profile || null)] as const),
    of('doors').length > 0 ? shownDoors(ctx, deps) : [],
    filesOfBlocks(ctx, of('files')),
    of('contribution').length > 0 ? deps.homeBlocks(ctx) : [],
  ]);
  const pictures = await readPictures(ctx.db, [...new Set([...imagesOfBlocks(blocks), ...imagesOf(contacts)])]);
  return {
    pictures: new Map(pictures.filter(isForAll).map((picture) => [picture.id, picture])),
    cards: withoutNothing(cards),
    figures: withoutNothing(figures),
    maps: withoutNothing(maps),
    contacts: withoutNothing(contacts),
    doors,
    files,
    contributions: new Map<string, VNode>(contributed.map(({ key, content }) => [key, content])),
  };
}

async function cardsOf(ctx: Context, { cardSources }: Pick<Dependencies, 'cardSources'>, block: BlockOf<'cards'>) {
  // The module that brought these cards may be gone.
  const source = cardSources().find(({ kind }) => kind === block.source);
  if (!source) return null;
  const cards =
    block.mode === 'chosen'
      ? await source.chosen(ctx, block.ids)
      : await source.latest(ctx, {
          count: block.count,
          ...(block.audience ? { audience: block.audience } : {}),
          ...(block.theme ? { theme: block.theme } : {}),
        });
  return cards.length > 0 ? { cards, listPath: source.listPath } : null;
}

function imagesOf(contacts: ReadonlyMap<string, NamedContact | null>): string[] {
  return [...contacts.values()].flatMap((contact) => contact?.imageId ?? []);
}

const isForAll = ({ visibility }: { visibility: string }): boolean => visibility === 'public';

async function mapOf<Item, Key, Value>(items: readonly Item[], read: (item: Item) => Promise<readonly [Key, Value]>) {
  return new Map<Key, Value>(await Promise.all(items.map(read)));
}

function withoutNothing<Key, Value>(map: ReadonlyMap<Key, Value | null>): ReadonlyMap<Key, Value> {
  return new Map([...map].flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
