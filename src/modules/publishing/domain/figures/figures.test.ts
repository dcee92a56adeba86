import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beforeAfter } from './before-after.ts';
import { differingFigures } from './differing-figures.ts';
import { readNumber } from './read-number.ts';
import { readPoints } from './read-points.ts';

const dayOf = (text: string) => Temporal.PlainDate.from(text);

describe('readNumber', () => {
  test.each([
    ['1 410', 1410],
    ['1\u202f410', 1410],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['−3', -3],
    ['18 %', 18],
    ['0', 0],
    ['-0', 0],
  ])('reads %j', (text, value) => expect(readNumber(text)).toBe(value));

  test.each(['', 'douze', '1e9', '1,2,3', 'Infinity', '0x10', '12 emplois', '9'.repeat(40)])('refuses %j', (text) =>
    expect(readNumber(text)).toBeNull(),
  );
});

describe('readPoints', () => {
  test('reads what a spreadsheet pastes: tabs, semicolons, French and ISO days, headings', () => {
    const { points, unread } = readPoints(
      'Année\tValeur\n2019\t96\n2021 ; 1 204,5\n03/2022 : 7\n31/12/2023\t12\n2024-06-30 8\n',
    );
    expect(points.map(({ day, value }) => [day.toString(), value])).toEqual([
      ['2019-12-31', 96],
      ['2021-12-31', 1204.5],
      ['2022-03-31', 7],
      ['2023-12-31', 12],
      ['2024-06-30', 8],
    ]);
    expect(unread).toEqual([]);
  });

  test('keeps the last value of a day and tells the lines it could not read', () => {
    const { points, unread } = readPoints('2019 1\n2019 2\n31/02/2020 3\nhier 4\n2500 1');
    expect(points).toEqual([{ day: dayOf('2019-12-31'), value: 2 }]);
    expect(unread.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  test('takes anything without breaking', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void readPoints(text)));
  });
});

test('tells apart figures of one name whose sources do not agree', () => {
  const figure = (id: string, label: string, value: number) => ({ id, label, value, sourceName: id });
  const differing = differingFigures([
    figure('insee', 'Emplois dans l’ESS', 1410),
    figure('cress', 'emplois dans l’Ess', 1520),
    figure('same', 'Emplois dans l’ESS', 1410),
    figure('alone', 'Structures', 184),
  ]);
  expect(differing.get('insee')?.map(({ id }) => id)).toEqual(['cress']);
  expect(differing.get('cress')?.map(({ id }) => id)).toEqual(['insee', 'same']);
  expect(differing.has('alone')).toBe(false);
});

test('before and after need two years', () => {
  const point = (indicator: string, day: string, count: number, label = indicator) => ({
    indicator,
    label,
    day: dayOf(day),
    count,
  });
  expect(
    beforeAfter([
      point('cafes', '2026-01-01', 9, 'cafés associatifs'),
      point('cafes', '2022-12-31', 2, 'cafés'),
      point('cafes', '2024-12-31', 5),
      point('new', '2026-01-01', 1),
      point('new', '2026-06-01', 4),
    ]),
  ).toEqual([
    {
      indicator: 'cafes',
      label: 'cafés associatifs',
      before: { year: 2022, count: 2 },
      after: { year: 2026, count: 9 },
    },
  ]);
});
