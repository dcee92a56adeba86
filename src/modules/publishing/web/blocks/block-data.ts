import type { VNode } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import type { ShownPicture } from '#platform/pictures/picture.ts';
import type { DoorProps } from '#ui/components/door.tsx';
import type { NamedContact } from '../../ports.ts';

/** A door as pages show it, and who or what it is for. */
export interface ShownDoor extends DoorProps {
  readonly group: 'profile' | 'intent';
}

/** A figure as pages show it. */
export interface ShownFigure {
  readonly value: string;
  readonly label: string;
  readonly source?: string;
  readonly href?: string;
}

/** A file to take away. */
export interface ShownFile {
  readonly href: string;
  readonly name: string;
  /** « PDF, 240 Ko ». */
  readonly facts: string;
}

/** All that blocks show besides what is written in them, read in one go by `readBlockData`. */
export interface BlockData {
  /** By picture id; a picture withheld or removed is absent. */
  readonly pictures: ReadonlyMap<string, ShownPicture>;
  /** By block id. */
  readonly cards: ReadonlyMap<string, { cards: readonly ContentCard[]; listPath: string }>;
  readonly figures: ReadonlyMap<string, readonly ShownFigure[]>;
  readonly maps: ReadonlyMap<string, VNode>;
  /** By file id. */
  readonly files: ReadonlyMap<string, ShownFile>;
  readonly doors: readonly ShownDoor[];
  /** By profile; the empty one is whoever answers everybody. */
  readonly contacts: ReadonlyMap<string, NamedContact>;
  /** Blocks that modules bring to the home, by key. */
  readonly contributions: ReadonlyMap<string, VNode>;
}

/** Nothing read: blocks show what is written in them. */
export const noBlockData: BlockData = {
  pictures: new Map(),
  cards: new Map(),
  figures: new Map(),
  maps: new Map(),
  files: new Map(),
  doors: [],
  contacts: new Map(),
  contributions: new Map(),
};
