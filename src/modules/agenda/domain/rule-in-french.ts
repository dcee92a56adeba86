import { agree, formatDate, listing } from '#platform/french/index.ts';
import { readRule, untilOf, type Rule } from './recurrence.ts';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const ordinals: Readonly<Record<number, string>> = {
  1: 'premier',
  2: 'deuxième',
  3: 'troisième',
  4: 'quatrième',
  5: 'cinquième',
  [-1]: 'dernier',
  [-2]: 'avant-dernier',
};
const numbers = ['', '', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'];

/** A day of a rule: « le deuxième mardi » when it has a rank. */
interface RankedDay {
  rank: number;
  name: string;
}

/**
 * A repetition in words, in the middle of a sentence: « tous les deuxièmes mardis du mois, jusqu’au 30 juin 2027 ». What
 * the rule leaves to its first date is said from it.
 */
export function ruleInFrench(text: string, starts: Temporal.PlainDate | Temporal.PlainDateTime): string {
  const rule = readRule(text);
  if (!rule) return 'à des dates particulières';
  const first = starts instanceof Temporal.PlainDate ? starts : starts.toPlainDate();
  return [rhythm(rule, first), season(rule), ending(rule)].filter(Boolean).join(', ');
}

function rhythm(rule: Rule, first: Temporal.PlainDate): string {
  const interval = Number(rule.get('INTERVAL') ?? 1);
  if (isBeyondWords(rule)) return `${eachTime(rule, interval)} à des dates particulières`;
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return daily(rule, interval);
    case 'WEEKLY':
      return weekly(namesOfDays(rule, first), interval);
    case 'MONTHLY':
      return monthly(rule, first, interval);
    default:
      return yearly(rule, first, interval);
  }
}

/** Rules that calendars write and that people never say. */
function isBeyondWords(rule: Rule): boolean {
  const [ranks, days] = [rule.get('BYSETPOS'), rule.get('BYDAY')?.split(',') ?? []];
  if (rule.has('BYYEARDAY') || rule.has('BYWEEKNO')) return true;
  if (ranks !== undefined && (rule.get('FREQ') !== 'MONTHLY' || days.length !== 1 || /\d/.test(days[0] ?? '')))
    return true;
  const isRanked = days.some((day) => day.length > 2);
  if (rule.get('FREQ') === 'DAILY') return rule.has('BYMONTHDAY') || isRanked;
  if (rule.get('FREQ') === 'WEEKLY') return rule.has('BYMONTHDAY') || isRanked;
  const hasBoth = rule.has('BYMONTHDAY') && rule.has('BYDAY');
  const isUnnamed = rankedDays(rule).some(({ rank }) => rank !== 0 && ordinals[rank] === undefined);
  const isEarlierFromEnd = numbersOf(rule, 'BYMONTHDAY').some((day) => day < -1);
  return hasBoth || isUnnamed || isEarlierFromEnd;
}

function eachTime(rule: Rule, interval: number): string {
  const [one, many, isFeminine] = units[rule.get('FREQ') ?? ''] ?? ['an', 'ans', false];
  if (interval === 1) return `chaque ${one}`;
  return `${isFeminine ? 'toutes' : 'tous'} les ${inWords(interval)} ${many}`;
}

const units: Readonly<Record<string, readonly [one: string, many: string, isFeminine: boolean]>> = {
  DAILY: ['jour', 'jours', false],
  WEEKLY: ['semaine', 'semaines', true],
  MONTHLY: ['mois', 'mois', false],
  YEARLY: ['année', 'ans', false],
};

function daily(rule: Rule, interval: number): string {
  const days = rankedDays(rule).map(({ name }) => name);
  if (days.length > 0 && interval === 1) return everyWeekday(days);
  if (interval === 1) return 'tous les jours';
  return interval === 2 ? 'un jour sur deux' : `tous les ${inWords(interval)} jours`;
}

function weekly(days: readonly string[], interval: number): string {
  if (interval === 1) return everyWeekday(days);
  if (days.length === 1 && interval === 2) return `un ${days[0]} sur deux`;
  return `toutes les ${inWords(interval)} semaines, ${listing(days.map((day) => `le ${day}`))}`;
}

function everyWeekday(days: readonly string[]): string {
  if (days.length === 7) return 'tous les jours';
  const first = weekdays.indexOf(days[0] ?? '');
  const isRun = days.length > 2 && days.every((day, index) => day === weekdays[first + index]);
  if (isRun) return `du ${days[0]} au ${days.at(-1)}`;
  return `tous les ${listing(days.map((day) => `${day}s`))}`;
}

function monthly(rule: Rule, first: Temporal.PlainDate, interval: number): string {
  const days = rankedDays(rule);
  if (days.length > 0 && interval === 1 && days.every(({ rank }) => rank !== 0))
    return `tous les ${rankedInWords(days, 's')} du mois`;
  if (days.length > 0 && days.every(({ rank }) => rank === 0) && interval === 1)
    return everyWeekday(days.map(({ name }) => name));
  const what =
    days.length > 0 ? listing(days.map((day) => `le ${rankedDay(day)}`)) : listing(monthDays(rule, first).map(dayOf));
  return interval === 1 ? `${what} de chaque mois` : `${what}, tous les ${inWords(interval)} mois`;
}

function yearly(rule: Rule, first: Temporal.PlainDate, interval: number): string {
  const often = interval === 1 ? 'tous les ans' : `tous les ${inWords(interval)} ans`;
  const days = rankedDays(rule);
  const asked = numbersOf(rule, 'BYMONTH');
  const names = (asked.length > 0 ? asked : [first.month]).map((month) => months[month - 1] ?? '');
  if (days.length === 0) {
    const numbersOfMonth = monthDays(rule, first);
    const only = numbersOfMonth[0];
    if (names.length === 1 && numbersOfMonth.length === 1 && only !== undefined && only > 0)
      return `${often}, ${dayOf(only)} ${names[0]}`;
    return `${often}, ${listing(numbersOfMonth.map(dayOf))} ${listing(names.map(ofMonth))}`;
  }
  if (asked.length === 0 && days.some(({ rank }) => rank !== 0))
    return `${often}, ${listing(days.map((day) => `le ${rankedDay(day)}`))} de l’année`;
  if (asked.length === 0) return `${often}, ${everyWeekday(days.map(({ name }) => name))}`;
  if (days.every(({ rank }) => rank === 0))
    return `${often}, ${everyWeekday(days.map(({ name }) => name))} ${listing(names.map(ofMonth))}`;
  return `${often}, ${listing(days.map((day) => `le ${rankedDay(day)}`))} ${listing(names.map(ofMonth))}`;
}

/** « en juillet et août »: said apart, except for what repeats every year, which says it with its day. */
function season(rule: Rule): string {
  const asked = numbersOf(rule, 'BYMONTH');
  if (rule.get('FREQ') === 'YEARLY' || asked.length === 0) return '';
  return `en ${listing(asked.map((month) => months[month - 1] ?? ''))}`;
}

function ending(rule: Rule): string {
  const until = untilOf(rule);
  if (until) return `jusqu’au ${formatDate(until)}`;
  const count = Number(rule.get('COUNT') ?? 0);
  return count > 0 ? `${inWords(count)} ${agree(count, 'fois', 'fois')}` : '';
}

/** « deuxièmes et quatrièmes mardis »; days of several names are each told whole. */
function rankedInWords(days: readonly RankedDay[], mark: string): string {
  const names = [...new Set(days.map(({ name }) => name))];
  const [only] = names;
  if (names.length === 1 && only)
    return `${listing(days.map(({ rank }) => `${ordinals[rank]}${mark}`))} ${only}${mark}`;
  return listing(days.map(({ rank, name }) => `${ordinals[rank]}${mark} ${name}${mark}`));
}

const rankedDay = ({ rank, name }: RankedDay) => (rank === 0 ? name : `${ordinals[rank]} ${name}`);
const dayOf = (day: number) => (day === -1 ? 'le dernier jour' : `le ${day === 1 ? '1er' : day}`);
const ofMonth = (name: string) => (/^[ao]/.test(name) ? `d’${name}` : `de ${name}`);
const inWords = (count: number) => numbers[count] || String(count);

/** The days of a rule in the order of the week, with the rank that BYSETPOS gives them. */
function rankedDays(rule: Rule): RankedDay[] {
  const days = (rule.get('BYDAY')?.split(',') ?? []).map((day) => ({
    rank: Number(day.slice(0, -2) || 0),
    index: codes.indexOf(day.slice(-2)),
  }));
  const positions = rule.get('BYSETPOS')?.split(',').map(Number);
  const ranked = positions ? positions.flatMap((rank) => days.map(({ index }) => ({ rank, index }))) : days;
  return ranked
    .sort((a, b) => order(a.rank) - order(b.rank) || a.index - b.index)
    .map(({ rank, index }) => ({ rank, name: weekdays[index] ?? '' }));
}

const order = (rank: number) => (rank < 0 ? 10 + rank : rank);

function namesOfDays(rule: Rule, first: Temporal.PlainDate): string[] {
  const days = rankedDays(rule).map(({ name }) => name);
  return days.length > 0 ? days : [weekdays[first.dayOfWeek - 1] ?? ''];
}

function monthDays(rule: Rule, first: Temporal.PlainDate): number[] {
  const asked = numbersOf(rule, 'BYMONTHDAY');
  return asked.length > 0 ? asked.sort((a, b) => order31(a) - order31(b)) : [first.day];
}

const order31 = (day: number) => (day < 0 ? 40 + day : day);

function numbersOf(rule: Rule, part: string): number[] {
  return rule.get(part)?.split(',').map(Number) ?? [];
}
