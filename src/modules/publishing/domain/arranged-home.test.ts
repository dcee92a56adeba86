import { describe, expect, test } from 'vitest';
import { arrangedHome } from './arranged-home.ts';

const contributions = ['hero', 'news', 'doors', 'map'].map((key) => ({ key }));
const placed = (key: string, isHidden = false) => ({ kind: 'contribution', key, isHidden }) as const;
const own = (id: string) => ({ kind: 'text', id }) as const;
type Block = ReturnType<typeof placed> | ReturnType<typeof own>;

const shown = (blocks: readonly Block[], brought: readonly { key: string }[] = contributions): string[] =>
  arrangedHome<Block, { key: string }>(blocks, brought).map((piece) =>
    'contribution' in piece ? piece.contribution.key : piece.block.kind === 'text' ? piece.block.id : '?',
  );

describe('a home', () => {
  test('nobody arranged follows the modules', () => {
    expect(shown([])).toEqual(['hero', 'news', 'doors', 'map']);
  });

  test('keeps the order and the words of the employee', () => {
    expect(shown([placed('hero'), own('mot'), placed('map'), placed('doors'), placed('news')])).toEqual([
      'hero',
      'mot',
      'map',
      'doors',
      'news',
    ]);
  });

  test('hides what she hid, without moving the rest', () => {
    expect(shown([placed('hero', true), placed('news'), placed('doors', true), placed('map')])).toEqual([
      'news',
      'map',
    ]);
  });

  test('shows what a new module brings, after the one that usually precedes it', () => {
    expect(shown([placed('hero'), placed('doors'), own('mot'), placed('map')])).toEqual([
      'hero',
      'news',
      'doors',
      'mot',
      'map',
    ]);
    expect(shown([own('mot'), placed('map')])).toEqual(['hero', 'news', 'doors', 'mot', 'map']);
  });

  test('a hidden neighbour still says where a new one goes', () => {
    expect(shown([placed('map'), placed('news', true), own('mot')], [...contributions, { key: 'ask' }])).toEqual([
      'hero',
      'map',
      'ask',
      'doors',
      'mot',
    ]);
  });

  test('a module that is gone leaves no hole, and a key placed twice shows once', () => {
    expect(shown([placed('agenda'), placed('news'), placed('news'), placed('hero')])).toEqual([
      'news',
      'doors',
      'map',
      'hero',
    ]);
  });
});
