import { describe, expect, test } from 'vitest';
import { answersFilters, everyResource, isNarrowed, readResourceQuery, resourceHref } from './resource-query.ts';

const read = (text: string) => readResourceQuery(new URLSearchParams(text));
const sheet = { audiences: ['association'], themes: ['t1'], content: { format: 'sheet' } } as const;

describe('the address of the library', () => {
  test('is read and written the same', () => {
    const query = read('q=statuts&pour=association&theme=t1&type=fiches&page=3');
    expect(resourceHref(query, { page: query.page })).toBe(
      '/ressources?q=statuts&pour=association&theme=t1&type=fiches&page=3',
    );
    expect(resourceHref(query, { shelf: '' })).toBe('/ressources?q=statuts&pour=association&theme=t1');
    expect(resourceHref(everyResource)).toBe('/ressources');
  });

  test('leaves out what it does not know', () => {
    const query = read('type=armes&page=-2&q=%00');
    expect(query).toEqual(everyResource);
    expect(isNarrowed(query)).toBe(false);
    expect(read('page=99999999999').page).toBe(10_000);
  });
});

test('a resource answers every filter together', () => {
  const query = { ...everyResource, reader: 'association', shelf: 'fiches' } as const;
  expect(answersFilters(sheet, query)).toBe(true);
  expect(answersFilters(sheet, { ...query, theme: 't1' })).toBe(true);
  expect(answersFilters(sheet, { ...query, theme: 't2' })).toBe(false);
  expect(answersFilters(sheet, { ...query, shelf: 'guides' })).toBe(false);
  expect(answersFilters(sheet, { ...query, reader: 'ecole' })).toBe(false);
});
