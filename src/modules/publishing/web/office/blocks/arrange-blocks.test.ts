import { describe, expect, test } from 'vitest';
import { pageBlock } from '../../../content/blocks.ts';
import { arranged, type RemovedBlock } from './arrange-blocks.ts';
import { addedKinds } from './added-kinds.ts';
import { blockForms } from './block-forms.ts';
import { emptyItem, type TypedBlock } from './typed-block.ts';

const idOf = (rank: number): string => `00000000-0000-7000-8000-00000000000${rank}`;
const text = (rank: number): TypedBlock => ({ id: idOf(rank), kind: 'text', title: `Bloc ${rank}`, html: '' });
const blocks = [text(1), text(2), text(3)];

function after(act: string, from: readonly TypedBlock[] = blocks, removed: RemovedBlock | null = null, where = '') {
  return arranged(act, { blocks: from, removed, after: where, newId: () => idOf(9) });
}
const order = (act: string, where = ''): string =>
  after(act, blocks, null, where)
    .blocks.map(({ id }) => id.at(-1))
    .join('');

describe('arranging blocks', () => {
  test.each([
    [`block-up-${idOf(2)}`, '213'],
    [`block-up-${idOf(1)}`, '123'],
    [`block-down-${idOf(2)}`, '132'],
    [`block-down-${idOf(3)}`, '123'],
    [`block-remove-${idOf(2)}`, '13'],
    [`block-double-${idOf(1)}`, '1923'],
    ['block-add-quote', '1239'],
    ['block-add-contribution', '123'],
    ['block-add-constructor', '123'],
    [`block-remove-${idOf(7)}`, '123'],
    ['block-up-', '123'],
    ['anything', '123'],
  ])('%s gives %s', (act, expected) => {
    expect(order(act)).toBe(expected);
  });

  test('adds where asked', () => {
    expect(order('block-add-text', 'debut')).toBe('9123');
    expect(order('block-add-text', idOf(1))).toBe('1923');
  });

  test('gives back what was just taken off, where it was', () => {
    const without = after(`block-remove-${idOf(2)}`);
    const back = after('block-undo', without.blocks, without.removed);
    expect(back.blocks).toEqual(blocks);
    expect(back.removed).toBeNull();
  });

  test('adds, moves and takes off items', () => {
    const questions = {
      id: idOf(1),
      kind: 'questions',
      title: '',
      items: [{ question: 'A' }, { question: 'B' }],
    } as const;
    const names = (act: string): string =>
      after(act, [questions])
        .blocks.flatMap((block) => block['items'] as { question: string }[])
        .map(({ question }) => question)
        .join(',');
    expect(names(`item-up-${idOf(1)}.items.1`)).toBe('B,A');
    expect(names(`item-down-${idOf(1)}.items.1`)).toBe('A,B');
    expect(names(`item-remove-${idOf(1)}.items.0`)).toBe('B');
    expect(names(`item-add-${idOf(1)}.items`)).toBe('A,B,');
    expect(names(`item-add-${idOf(1)}.title`)).toBe('A,B');
  });
});

test.each(addedKinds)('a new block « %s » is right as soon as it is added', (kind) => {
  const block = { ...emptyItem(blockForms[kind].fields), id: idOf(1), kind };
  expect(pageBlock.safeParse(block).error?.issues ?? []).toEqual([]);
});
