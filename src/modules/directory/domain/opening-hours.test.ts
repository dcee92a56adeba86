import { describe, expect, test } from 'vitest';
import { openingSlotOfHeader, weekFromFrench, weekFromSlots } from './opening-hours-in-french.ts';
import { isOpenAt, isOpeningHoursSyntax } from './opening-now.ts';
import { formatOpeningWeek, frenchOpeningHours, parseOpeningWeek } from './opening-hours.ts';

const plain = (sentences: readonly string[]) => sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));

test.each([
  ['Mo-Fr 09:00-12:30,14:00-17:00', ['lundi au vendredi : 9 h – 12 h 30, 14 h – 17 h']],
  ['Mo,Tu 09:00-12:00; Sa 10:00-12:00', ['lundi et mardi : 9 h – 12 h', 'samedi : 10 h – 12 h']],
  ['Mo-We,Fr 09:00-12:00', ['lundi au mercredi et vendredi : 9 h – 12 h']],
  ['Mo-Fr 09:00-17:00; We off; PH off', ['lundi, mardi, jeudi et vendredi : 9 h – 17 h']],
  ['24/7', ['lundi au dimanche : 24 h sur 24']],
])('%s in French', (text, sentences) =>
  expect(plain(frenchOpeningHours(parseOpeningWeek(text) ?? []))).toEqual(sentences),
);

test('hours beyond a plain week are left to the library', () => {
  expect(parseOpeningWeek('Apr-Oct Mo-Fr 10:00-18:00')).toBeUndefined();
  expect(isOpeningHoursSyntax('Apr-Oct Mo-Fr 10:00-18:00')).toBe(true);
  expect(isOpeningHoursSyntax('du lundi')).toBe(false);
  expect(isOpenAt('Mo-Fr 09:00-12:00', new Date(2026, 10, 23, 10))).toBe(true);
  expect(isOpenAt('Mo-Fr 09:00-12:00', new Date(2026, 10, 22, 10))).toBe(false);
});

describe('French sentences', () => {
  test.each([
    ['Les lundi, mardi, jeudi et vendredi de 09h00 à 17h00', 'Mo,Tu,Th,Fr 09:00-17:00'],
    ['9h-12h et 14h-17h du lundi au vendredi', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['Du lundi au vendredi, de 9h30 à 17h', 'Mo-Fr 09:30-17:00'],
    ['Lundi et Jeudi : 9h à 12h30 et 13h30 à 17h Mardi 9h à 12h30', 'Mo,Th 09:00-12:30,13:30-17:00; Tu 09:00-12:30'],
    ['mercredi de 14 à 18h', 'We 14:00-18:00'],
    ['Lundi-Samedi : 10h-20h\nDimanche : 10h-13h', 'Mo-Sa 10:00-20:00; Su 10:00-13:00'],
    ['Lundi 9h-midi, mardi 14h-17h30', 'Mo 09:00-12:00; Tu 14:00-17:30'],
  ])('%s', (text, hours) => expect(formatOpeningWeek(weekFromFrench(text) ?? [])).toBe(hours));

  test.each([
    '1er lundi du mois 9h-12h',
    'Sauf vacances scolaires : lundi 9h-12h',
    'sur rendez-vous',
    'lundi',
    '9h-12h',
    'Hiver : lundi 9h-12h',
  ])('not guessed: %s', (text) => expect(weekFromFrench(text)).toBeUndefined());
});

describe('columns', () => {
  test.each([
    ['h_lundi', { day: 0 }],
    ['Mardi matin', { day: 1, half: 'morning' }],
    ['mercredi_apres_midi', { day: 2, half: 'afternoon' }],
    ['Horaires jeudi (après-midi)', { day: 3, half: 'afternoon' }],
    ['openHours.Fr', { day: 4 }],
    ['samedi_am', { day: 5, half: 'morning' }],
    ['Saturday', { day: 5 }],
    ['lundi au vendredi', undefined],
    ['maison', undefined],
    ['Sa', undefined],
  ])('%s', (header, slot) => expect(openingSlotOfHeader(header)).toEqual(slot));

  test('one cell per day or half-day', () => {
    const { week, unread } = weekFromSlots([
      [{ day: 0 }, '09:00 - 12:00 / 13:30 - 17:00'],
      [{ day: 1, half: 'morning' }, '9h-12h'],
      [{ day: 1, half: 'afternoon' }, '14h00 à 18h00'],
      [{ day: 2 }, 'Fermé'],
      [{ day: 3 }, 'sur rendez-vous'],
    ]);
    expect(formatOpeningWeek(week)).toBe('Mo 09:00-12:00,13:30-17:00; Tu 09:00-12:00,14:00-18:00');
    expect(unread).toEqual(['sur rendez-vous']);
  });
});
