import type { BlockKind } from '../../../content/blocks.ts';
import type { BlockField } from './block-form.ts';

/** A block as its form holds it, right or not. The schemas check it when it is saved. */
export interface TypedBlock {
  readonly id: string;
  readonly kind: BlockKind;
  readonly [field: string]: unknown;
}

export type TypedItem = Readonly<Record<string, unknown>>;

/** The items of a list of a block. */
export function itemsOf(block: TypedItem, list: string): readonly TypedItem[] {
  const items = block[list];
  return Array.isArray(items) ? (items as TypedItem[]) : [];
}

export function textOf(item: TypedItem, name: string): string {
  const value = item[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a field holds before anyone typed in it. */
function emptyValue(field: BlockField): unknown {
  switch (field.type) {
    case 'list':
    case 'picked':
      return [];
    case 'photo':
    case 'file':
    case 'theme':
      return null;
    case 'flag':
      return false;
    case 'number':
      return 3;
    case 'choice':
      return field.choices[0]?.value ?? '';
    default:
      return '';
  }
}

/** A block, or an item of one, with nothing in it. */
export function emptyItem(fields: readonly BlockField[]): TypedItem {
  return Object.fromEntries(
    fields.flatMap((field) => [
      [field.name, emptyValue(field)],
      ...(field.type === 'photo' && field.alternative ? [[field.alternative, '']] : []),
    ]),
  );
}
