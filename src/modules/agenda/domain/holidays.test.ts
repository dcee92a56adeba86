import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicHolidayOn, schoolHolidayOn, schoolHolidaysBetween } from './holidays.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const published = join(import.meta.dirname, '../../../../../shared/data/agenda');
const read = (name: string): string | null => {
  try {
    return readFileSync(join(published, name), 'utf8');
  } catch {
    return null;
  }
};

test('the public holidays are those of the law, those that follow Easter too', () => {
  const of2027 = ['01-01', '03-29', '05-01', '05-06', '05-08', '05-17', '07-14', '08-15', '11-01', '11-11', '12-25'];
  const found = [];
  for (let on = day('2027-01-01'); on.year === 2027; on = on.add({ days: 1 }))
    if (publicHolidayOn(on) !== null) found.push(on.toString().slice(5));
  expect(found).toEqual(of2027);
  expect(publicHolidayOn(day('2027-03-29'))).toBe('Lundi de Pâques');
});

test('overseas territories also keep the day of the abolition', () => {
  expect(publicHolidayOn(day('2026-12-20'), 'Indian/Reunion')).toBe('Abolition de l’esclavage');
  expect(publicHolidayOn(day('2026-12-20'))).toBeNull();
});

// The list of Etalab, beside the repository on our machines.
const told = read('jours-feries-metropole.json');
test.runIf(told !== null)('every day agrees with the published list, from 2006 to 2031', () => {
  const list = JSON.parse(told ?? '{}') as Record<string, string>;
  const wrong = [];
  for (let on = day('2006-01-01'); on.year <= 2031; on = on.add({ days: 1 }))
    if ((list[on.toString()] !== undefined) !== (publicHolidayOn(on) !== null)) wrong.push(on.toString());
  expect(wrong).toEqual([]);
});

test('school holidays are told by zone', () => {
  expect(schoolHolidayOn(day('2026-02-16'), 'B')?.name).toBe('Vacances d’hiver');
  expect(schoolHolidayOn(day('2026-02-16'), 'C')).toBeNull();
  const winter = schoolHolidaysBetween(day('2026-02-01'), day('2026-04-30'), 'A');
  expect(winter.map(({ name, from, to }) => [name, from.toString(), to.toString()])).toEqual([
    ['Vacances d’hiver', '2026-02-07', '2026-02-22'],
    ['Vacances de printemps', '2026-04-04', '2026-04-19'],
  ]);
});

const calendar = read('vacances-scolaires-fr.csv');
test.runIf(calendar !== null)('every day agrees with the published calendar, as far as it goes', () => {
  const wrong = [];
  for (const line of (calendar ?? '').trim().split(/\r?\n/).slice(1)) {
    const [on = '', ...marks] = line.split(',');
    if (on < '2023-10-01' || on > '2026-08-31') continue;
    for (const [index, zone] of (['A', 'B', 'C'] as const).entries())
      if ((marks[index] === 'True') !== (schoolHolidayOn(day(on), zone) !== null)) wrong.push(`${zone} ${on}`);
  }
  expect(wrong).toEqual([]);
});
