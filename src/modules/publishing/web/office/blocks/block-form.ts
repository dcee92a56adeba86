import type { BlockKind } from '../../../content/blocks.ts';
import type { IconName } from '#ui/components/icon.tsx';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** One field of a block, or of an item of a block. */
export type BlockField =
  | (Named & { readonly type: 'line' | 'text' | 'rich' | 'target'; readonly most?: number })
  | (Named & { readonly type: 'number'; readonly least: number; readonly most: number })
  | (Named & { readonly type: 'choice'; readonly choices: readonly { value: string; label: string }[] })
  /** Chosen among what the hub has: its readers, its fields of activity, the kinds of cards. */
  | (Named & { readonly type: 'reader' | 'theme' | 'source' })
  /** A photo, its description in the field `alternative` when the block keeps one. */
  | (Named & { readonly type: 'photo'; readonly alternative?: string })
  | (Named & { readonly type: 'file' })
  /** Things ticked in a list: found by words (`cards`), or all there are (`figures`). */
  | (Named & { readonly type: 'picked'; readonly among: 'cards' | 'figures' })
  | (Named & { readonly type: 'flag' })
  | BlockList;

/** A list of items, each with its fields. */
export interface BlockList extends Named {
  readonly type: 'list';
  /** How one item is called: « une question ». */
  readonly one: string;
  readonly most: number;
  readonly fields: readonly Exclude<BlockField, BlockList>[];
}

/** How a kind of block is called, shown in the palette, and edited. */
export interface BlockForm {
  readonly label: string;
  readonly icon: IconName;
  readonly about: string;
  readonly fields: readonly BlockField[];
}

export type BlockForms = { readonly [Kind in BlockKind]: BlockForm };
