import type { BlockKind } from '../../../content/blocks.ts';
import type { BlockList } from './block-form.ts';
import { blockForms } from './block-forms.ts';
import { emptyItem, itemsOf, type TypedBlock, type TypedItem } from './typed-block.ts';

/** A block just taken off, kept in the form so that it may come back. */
export interface RemovedBlock {
  readonly at: number;
  readonly block: TypedBlock;
}

export interface Arrangement {
  readonly blocks: readonly TypedBlock[];
  readonly removed: RemovedBlock | null;
  /** The block to show open. */
  readonly open: string | null;
}

/** What a button of the block editor asks: `block-up-<id>`, `block-add-<kind>`, `item-add-<id>.<list>`… */
export const isBlockAct = (act: string): boolean => /^(block|item)-/.test(act);

interface Given {
  readonly blocks: readonly TypedBlock[];
  readonly removed: RemovedBlock | null;
  /** Id of the block after which a new one goes; empty for the end, `debut` for the start. */
  readonly after: string;
  readonly newId: () => string;
}

/** The blocks after an act on them. An act that means nothing changes nothing. */
export function arranged(act: string, given: Given): Arrangement {
  const { blocks, removed } = given;
  const same: Arrangement = { blocks, removed, open: null };
  if (act === 'block-undo') {
    return removed
      ? { blocks: inserted(blocks, removed.at, removed.block), removed: null, open: removed.block.id }
      : same;
  }
  const [, verb = '', rest = ''] = /^block-(up|down|remove|double|add|search)-(.+)$/.exec(act) ?? [];
  if (verb === 'add') return added(given, rest) ?? same;
  const at = blocks.findIndex(({ id }) => id === rest);
  const block = blocks[at];
  if (verb && block) {
    switch (verb) {
      case 'up':
        return { ...same, blocks: moved(blocks, at, -1), open: null };
      case 'down':
        return { ...same, blocks: moved(blocks, at, 1), open: null };
      case 'remove':
        return { blocks: blocks.filter((one) => one !== block), removed: { at, block }, open: null };
      case 'double': {
        const copy = { ...block, id: given.newId() };
        return block.kind === 'contribution'
          ? same
          : { ...same, blocks: inserted(blocks, at + 1, copy), open: copy.id };
      }
      default:
        return { ...same, open: block.id };
    }
  }
  return withItems(act, blocks) ?? same;
}

function added({ blocks, removed, after, newId }: Given, kind: string): Arrangement | null {
  if (!Object.hasOwn(blockForms, kind) || kind === 'contribution') return null;
  const { fields } = blockForms[kind as BlockKind];
  const block: TypedBlock = { ...emptyItem(fields), id: newId(), kind: kind as BlockKind };
  const behind = blocks.findIndex(({ id }) => id === after);
  const at = after === 'debut' ? 0 : behind >= 0 ? behind + 1 : blocks.length;
  return { blocks: inserted(blocks, at, block), removed, open: block.id };
}

function withItems(act: string, blocks: readonly TypedBlock[]): Arrangement | null {
  const [, verb = '', id = '', list = '', rank = '-1'] =
    /^item-(add|up|down|remove)-([0-9a-f-]{36})\.(\w+)(?:\.(\d{1,3}))?$/.exec(act) ?? [];
  const block = blocks.find((one) => one.id === id);
  const field =
    block && blockForms[block.kind].fields.find((one): one is BlockList => one.type === 'list' && one.name === list);
  if (!block || !field) return null;
  const items = itemsOf(block, list);
  const next = itemsAfter(verb, items, Number(rank), field);
  return {
    blocks: blocks.map((one) => (one === block ? { ...block, [list]: next } : one)),
    removed: null,
    open: id,
  };
}

function itemsAfter(
  verb: string,
  items: readonly TypedItem[],
  at: number,
  { fields }: BlockList,
): readonly TypedItem[] {
  if (verb === 'add') return [...items, emptyItem(fields)];
  if (verb === 'remove') return items.filter((_, index) => index !== at);
  return moved(items, at, verb === 'up' ? -1 : 1);
}

function inserted<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return [...items.slice(0, at), item, ...items.slice(at)];
}

function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const [item, other] = [items[at], items[at + by]];
  if (item === undefined || other === undefined) return items;
  return items.map((one, index) => (index === at ? other : index === at + by ? item : one));
}
