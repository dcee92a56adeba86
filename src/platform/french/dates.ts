import { noBreakSpace } from './spaces.ts';

/** Anything that falls on a day. An `Instant` needs a zone; a `ZonedDateTime` keeps its own unless one is given. */
export type Day = Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime | Temporal.Instant;

/** Anything that has a time of day. */
export type TimeOfDay = Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime | Temporal.Instant;

/** Zone of hubs in metropolitan France; an overseas hub passes its own (`Indian/Reunion`…). */
export const defaultZone = 'Europe/Paris';

/** How a date is written: `long` « 4 mars 2026 », `short` « 4 sept. 2026 », `numeric` « 04/03/2026 ». */
export type DateOptions = {
  style?: 'long' | 'short' | 'numeric';
  weekday?: boolean;
  year?: boolean;
  zone?: string;
};

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const shortMonths = 'janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.'.split(' ');
const weekdays = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');

/** « mercredi 4 mars 2026 », « 1er mars » and so on, see {@link DateOptions}. */
export function formatDate(day: Day, options: DateOptions = {}): string {
  const date = plainDate(day, options.zone);
  const { style = 'long', weekday = false, year = true } = options;
  if (style === 'numeric') {
    const parts = [pad(date.day), pad(date.month)];
    return (year ? [...parts, fourDigits(date.year)] : parts).join('/');
  }
  const month = (style === 'short' ? shortMonths : months)[date.month - 1];
  const words = [
    weekday && weekdays[date.dayOfWeek - 1],
    `${dayOfMonth(date)}${noBreakSpace}${month}`,
    year && date.year,
  ];
  return words.filter(Boolean).join(' ');
}

/** « du 4 au 6 mars 2026 », « du 30 décembre 2026 au 2 janvier 2027 », or « le 4 mars 2026 » when both are one day. */
export function formatDateRange(start: Day, end: Day, options: { zone?: string } = {}): string {
  const from = plainDate(start, options.zone);
  const to = plainDate(end, options.zone);
  if (from.equals(to)) return `le ${formatDate(from)}`;
  return `du ${rangeStart(from, to)} au ${formatDate(to)}`;
}

/** « 8 h 30 », « 14 h » (no-break spaces). */
export function formatTime(time: TimeOfDay, options: { zone?: string } = {}): string {
  const { hour, minute } = time instanceof Temporal.PlainTime ? time : plainDateTime(time, options.zone);
  const hours = `${hour}${noBreakSpace}h`;
  return minute === 0 ? hours : `${hours}${noBreakSpace}${pad(minute)}`;
}

/** « de 9 h à 12 h 30 ». */
export function formatTimeRange(start: TimeOfDay, end: TimeOfDay, options: { zone?: string } = {}): string {
  return `de ${formatTime(start, options)} à ${formatTime(end, options)}`;
}

/** « 4 mars 2026 à 8 h 30 »; takes the options of {@link formatDate}. */
export function formatDateTime(moment: Exclude<Day, Temporal.PlainDate>, options: DateOptions = {}): string {
  return `${formatDate(moment, options)} à ${formatTime(moment, options)}`;
}

/** « aujourd’hui », « demain », « il y a 3 jours », « dans 2 mois »: how far `day` is from `today`. */
export function formatRelativeDay(day: Day, today: Day, options: { zone?: string } = {}): string {
  const there = plainDate(day, options.zone);
  const here = plainDate(today, options.zone);
  const days = here.until(there).days;
  const word = nearDays.get(days);
  if (word) return word;
  const distance = roughDistance(here, there, Math.abs(days));
  return days > 0 ? `dans ${distance}` : `il y a ${distance}`;
}

const nearDays = new Map([
  [-2, 'avant-hier'],
  [-1, 'hier'],
  [0, 'aujourd’hui'],
  [1, 'demain'],
  [2, 'après-demain'],
]);

function roughDistance(here: Temporal.PlainDate, there: Temporal.PlainDate, days: number): string {
  if (days < 14) return counted(days, 'jours');
  if (days < 60) return counted(Math.floor(days / 7), 'semaines');
  const months = Math.abs(here.until(there, { largestUnit: 'months' }).months);
  if (months < 24) return counted(months, 'mois');
  return counted(Math.floor(months / 12), 'ans');
}

function rangeStart(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  if (from.year !== to.year) return formatDate(from);
  return from.month === to.month ? dayOfMonth(from) : formatDate(from, { year: false });
}

function plainDate(day: Day, zone: string | undefined): Temporal.PlainDate {
  return day instanceof Temporal.PlainDate ? day : plainDateTime(day, zone).toPlainDate();
}

function plainDateTime(moment: Exclude<Day, Temporal.PlainDate>, zone: string | undefined): Temporal.PlainDateTime {
  if (moment instanceof Temporal.PlainDateTime) return moment;
  if (moment instanceof Temporal.Instant) return moment.toZonedDateTimeISO(zone ?? defaultZone).toPlainDateTime();
  return (zone ? moment.withTimeZone(zone) : moment).toPlainDateTime();
}

const dayOfMonth = (date: Temporal.PlainDate) => (date.day === 1 ? '1er' : String(date.day));
const counted = (count: number, word: string) => `${count}${noBreakSpace}${word}`;
const pad = (number: number) => String(number).padStart(2, '0');
const fourDigits = (year: number) => String(year).padStart(4, '0');
