import { expect, test } from 'vitest';
import { answerFromPlaces, type ToldPlace } from './answer-from-places.ts';

const places: ToldPlace[] = [
  [-1.605, 47.9, 'La Grange', '35012#a'],
  [-1.604, 47.901, 'La Halle', '35012#b'],
  [-1.2, 48.1, 'Le Lavoir', '35360#c'],
];
const view = [-3, 47, 0, 49] as const;

test('places too near to be told apart make one group that opens, and none is lost', () => {
  const far = answerFromPlaces(places, view, 8);
  expect(far.points.map(([, , name]) => name)).toEqual(['Le Lavoir']);
  expect(far.groups).toMatchObject([[expect.closeTo(-1.6045, 3), expect.closeTo(47.9005, 3), 2, 10]]);
  const near = answerFromPlaces(places, view, 16);
  expect([near.groups, near.points.length]).toEqual([[], 3]);
});

test('what lies out of the view is left out', () => {
  expect(answerFromPlaces(places, [-1.3, 48, -1, 48.2], 10).points).toEqual([
    [-1.2, 48.1, 'Le Lavoir', '35360#c', null],
  ]);
});
