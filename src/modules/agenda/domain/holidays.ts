import { schoolHolidayPeriods, type SchoolZone } from './school-holidays.ts';

export type { SchoolZone } from './school-holidays.ts';

/** A stretch of school holidays, days included. */
export interface SchoolHoliday {
  name: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

// Labour code, article L3133-1: those whose day never moves, then those that follow Easter, in days.
const fixed: Readonly<Record<string, string>> = {
  '01-01': 'Jour de l’an',
  '05-01': 'Fête du travail',
  '05-08': 'Victoire de 1945',
  '07-14': 'Fête nationale',
  '08-15': 'Assomption',
  '11-01': 'Toussaint',
  '11-11': 'Armistice de 1918',
  '12-25': 'Noël',
};
const afterEaster: ReadonlyMap<number, string> = new Map([
  [1, 'Lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'Lundi de Pentecôte'],
]);

// Article L3422-2: the day slavery was abolished, where it was, by the time zone of the place.
const abolition: Readonly<Record<string, string>> = {
  'Indian/Mayotte': '04-27',
  'America/Martinique': '05-22',
  'America/Guadeloupe': '05-27',
  'America/Cayenne': '06-10',
  'Indian/Reunion': '12-20',
};

/** The name of the public holiday of a day, in France or in the overseas territory of this time zone; null otherwise. */
export function publicHolidayOn(day: Temporal.PlainDate, zone = 'Europe/Paris'): string | null {
  const inYear = day.toString().slice(5);
  if (abolition[zone] === inYear) return 'Abolition de l’esclavage';
  return fixed[inYear] ?? afterEaster.get(easterOf(day.year).until(day).days) ?? null;
}

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): Temporal.PlainDate {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

/** School holidays of a zone that touch a stretch of days, in order; nothing where the ministry has not told yet. */
export function schoolHolidaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  zone: SchoolZone,
): SchoolHoliday[] {
  return periodsOf(zone).filter(
    (period) => Temporal.PlainDate.compare(period.from, to) <= 0 && Temporal.PlainDate.compare(period.to, from) >= 0,
  );
}

/** The school holidays of a zone on a day; null while children are at school. */
export function schoolHolidayOn(day: Temporal.PlainDate, zone: SchoolZone): SchoolHoliday | null {
  return schoolHolidaysBetween(day, day, zone)[0] ?? null;
}

const read = new Map<SchoolZone, SchoolHoliday[]>();

function periodsOf(zone: SchoolZone): readonly SchoolHoliday[] {
  let periods = read.get(zone);
  if (!periods) {
    periods = schoolHolidayPeriods[zone].map(([name, from, to]) => ({
      name,
      from: Temporal.PlainDate.from(from),
      to: Temporal.PlainDate.from(to),
    }));
    read.set(zone, periods);
  }
  return periods;
}
