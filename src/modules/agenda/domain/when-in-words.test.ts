import { expect, test } from 'vitest';
import { dateOfEvent } from './event-time.ts';
import { whenInShort, whenInWords, type ToldDate } from './when-in-words.ts';

const today = Temporal.PlainDate.from('2026-03-01');
const zone = 'Europe/Paris';
const told = (starts: string, ends: string | null, isAllDay = false, where = zone): ToldDate => {
  const local = (text: string) => Temporal.PlainDateTime.from(text);
  return { zone: where, ...dateOfEvent({ zone: where, isAllDay }, local(starts), ends === null ? null : local(ends)) };
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const words = (date: ToldDate, reader = zone) => plain(whenInWords(date, { today, zone: reader }));

test('a date is told as people say it', () => {
  expect(words(told('2026-03-18T14:00', '2026-03-18T16:00'))).toBe('mercredi 18 mars, de 14 h à 16 h');
  expect(words(told('2026-03-18T14:00', null))).toBe('mercredi 18 mars, à 14 h');
  expect(words(told('2027-01-01T18:30', null))).toBe('vendredi 1er janvier 2027, à 18 h 30');
  expect(words(told('2026-09-12', null, true))).toBe('samedi 12 septembre, toute la journée');
  expect(words(told('2026-07-03', '2026-07-05', true))).toBe('du 3 au 5 juillet');
  expect(words(told('2026-12-30', '2027-01-02', true))).toBe('du 30 décembre 2026 au 2 janvier 2027');
  expect(words(told('2026-07-03T18:00', '2026-07-05T17:00'))).toBe(
    'du vendredi 3 juillet à 18 h au dimanche 5 juillet à 17 h',
  );
});

test('an evening that ends after midnight is of its day', () => {
  expect(words(told('2026-03-20T20:00', '2026-03-21T01:30'))).toBe('vendredi 20 mars, de 20 h à 1 h 30');
});

test('another clock is named, the same hour under another name is not', () => {
  const far = told('2026-03-18T14:00', null, false, 'Indian/Reunion');
  expect(words(far)).toBe('mercredi 18 mars, à 14 h (heure de La Réunion)');
  expect(words(far, 'Indian/Reunion')).toBe('mercredi 18 mars, à 14 h');
  expect(words(told('2026-03-18T14:00', null, false, 'Europe/Brussels'))).toBe('mercredi 18 mars, à 14 h');
});

test('beside a badge, the weekday and the hour are enough', () => {
  expect(plain(whenInShort(told('2026-03-18T08:30', null)))).toBe('Mercredi 8 h 30');
  expect(plain(whenInShort(told('2026-03-01T08:30', null), today))).toBe('Aujourd’hui 8 h 30');
  expect(plain(whenInShort(told('2026-03-02T08:30', null), today))).toBe('Demain 8 h 30');
  expect(plain(whenInShort(told('2026-03-08T08:30', null), today))).toBe('Dimanche 8 h 30');
  expect(plain(whenInShort(told('2026-09-12', null, true)))).toBe('Samedi');
  expect(plain(whenInShort(told('2026-07-03', '2026-07-05', true)))).toBe('Du 3 au 5 juillet');
});
