import { expect, test } from 'vitest';
import { roomOf, seatsLeft, type SeatKind } from './seats.ts';
import { chooseWorkshops, seatsInWords } from './workshops.ts';

const part = (key: string, capacity: number | null): SeatKind => ({ key, label: `Part ${key}`, capacity });
const workshop = (key: string, from = '', to = '', capacity: number | null = null): SeatKind => ({
  ...part(key, capacity),
  label: `Atelier ${key}`,
  isWorkshop: true,
  from,
  to,
});
const day = [
  part('sur-place', 20),
  workshop('soir'),
  workshop('couture', '10:00', '11:30'),
  workshop('conte', '09:30', '10:30'),
  workshop('vélo', '11:30', '12:30'),
];

test('several workshops are held together, unless two are at the same hour', () => {
  expect(chooseWorkshops(day, ['vélo', 'soir', 'couture', 'couture'])).toEqual({
    ok: true,
    keys: ['couture', 'vélo', 'soir'],
  });
  const clash = chooseWorkshops(day, ['couture', 'conte']);
  expect(clash).toMatchObject({ ok: false });
  expect(!clash.ok && clash.message).toMatch(/Atelier conte.*Atelier couture.*en même temps/);
});

test('what is not a workshop of the day is refused, and where there is nothing else one is needed', () => {
  expect(chooseWorkshops(day, ['sur-place'])).toMatchObject({ ok: false });
  expect(chooseWorkshops(day, ['poterie'])).toMatchObject({ ok: false });
  expect(chooseWorkshops(day, [])).toEqual({ ok: true, keys: [] });
  const only = day.slice(1);
  expect(chooseWorkshops(only, [])).toMatchObject({ ok: false });
  expect(chooseWorkshops(only, [], { isRelaxed: true })).toEqual({ ok: true, keys: [] });
});

test('what one holds reads in the order of the day, with its hours', () => {
  const words = seatsInWords(day, { seatKind: 'sur-place', workshops: ['soir', 'couture'] });
  expect(words.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    'Part sur-place ; Atelier couture, de 10 h à 11 h 30 ; Atelier soir',
  );
});

test('workshops do not share out the people: the parts and the whole do', () => {
  const kinds = [part('sur-place', 20), part('en-ligne', 50), workshop('conte', '', '', 3)];
  expect(seatsLeft(roomOf({ capacity: null, seatKinds: kinds }))).toBe(70);
  expect(seatsLeft(roomOf({ capacity: 60, seatKinds: kinds }))).toBe(60);
  expect(seatsLeft(roomOf({ capacity: null, seatKinds: kinds.slice(2) }))).toBe(3);
  expect(seatsLeft(roomOf({ capacity: 40, seatKinds: kinds.slice(2) }))).toBe(40);
  expect(seatsLeft(roomOf({ capacity: 40, seatKinds: [workshop('conte', '', '', 0)] }))).toBe(0);
});
