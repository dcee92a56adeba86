import { readRule, untilOf, type Rule } from './recurrence.ts';

/** How the editor asks about a repetition: what people say, of which a rule is made. */
export const rhythms = [
  'never',
  'daily',
  'weekly',
  'fortnightly',
  'monthly_nth',
  'monthly_last',
  'monthly_date',
  'yearly',
  // A rule that came from elsewhere and says more than the editor asks: kept as it is.
  'own',
] as const;
export type Rhythm = (typeof rhythms)[number];

export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayCode = (typeof weekdayCodes)[number];

export interface Repetition {
  rhythm: Rhythm;
  /** Days of a weekly rhythm; none is that of the first date. */
  days: readonly WeekdayCode[];
  /** ISO day of the last date at the latest, or null. */
  until: string | null;
  /** How many times in all, or null. Never beside `until`. */
  times: number | null;
  /** The rule kept as it is, for `own`. */
  rule: string | null;
}

export const once: Repetition = { rhythm: 'never', days: [], until: null, times: null, rule: null };

/** What a rule says in the words of the editor. */
export function repetitionOf(text: string | null, starts: Temporal.PlainDate): Repetition {
  if (text === null) return once;
  const rule = readRule(text);
  const until = rule && untilOf(rule);
  const end = { until: until?.toPlainDate().toString() ?? null, times: Number(rule?.get('COUNT') ?? 0) || null };
  for (const rhythm of rhythms) {
    if (rhythm === 'never' || rhythm === 'own' || !rule) continue;
    const days = rhythm === 'weekly' || rhythm === 'fortnightly' ? daysOf(rule) : [];
    const asked: Repetition = { rhythm, days, ...end, rule: null };
    if (isSameRule(rule, ruleOf(asked, starts), starts)) return asked;
  }
  return { rhythm: 'own', days: [], until: null, times: null, rule: text };
}

/** The rule of a repetition that begins on this day; null when it never repeats. */
export function ruleOf(repetition: Repetition, starts: Temporal.PlainDate): string | null {
  const body = bodyOf(repetition, starts);
  if (body === null || repetition.rhythm === 'own') return body;
  if (repetition.times !== null) return `${body};COUNT=${repetition.times}`;
  return repetition.until === null ? body : `${body};UNTIL=${repetition.until.replaceAll('-', '')}`;
}

function bodyOf({ rhythm, days, rule }: Repetition, starts: Temporal.PlainDate): string | null {
  const own = weekdayCodes[starts.dayOfWeek - 1];
  const nth = Math.ceil(starts.day / 7);
  switch (rhythm) {
    case 'never':
      return null;
    case 'own':
      return rule;
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${inOrder(days).join(',') || own}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${inOrder(days).join(',') || own}`;
    case 'monthly_nth':
      // A fifth one is not there every month: people mean the last.
      return `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${own}`;
    case 'monthly_last':
      return `FREQ=MONTHLY;BYDAY=-1${own}`;
    case 'monthly_date':
      return `FREQ=MONTHLY;BYMONTHDAY=${starts.day}`;
    case 'yearly':
      return 'FREQ=YEARLY';
  }
}

/** Whether the first date is one of those that the repetition gives: otherwise it would stand alone before the others. */
export function fitsStart({ rhythm, days }: Repetition, starts: Temporal.PlainDate): boolean {
  if (rhythm === 'monthly_last') return starts.daysInMonth - starts.day < 7;
  if ((rhythm !== 'weekly' && rhythm !== 'fortnightly') || days.length === 0) return true;
  return days.some((day) => day === weekdayCodes[starts.dayOfWeek - 1]);
}

const inOrder = (days: readonly WeekdayCode[]) => weekdayCodes.filter((day) => days.includes(day));

function daysOf(rule: Rule): WeekdayCode[] {
  return inOrder((rule.get('BYDAY')?.split(',') ?? []) as WeekdayCode[]);
}

/** Whether two rules that begin on the same day say the same, what they leave to that day being told. */
function isSameRule(rule: Rule, other: string | null, starts: Temporal.PlainDate): boolean {
  const asked = other === null ? null : readRule(other);
  return asked !== null && told(rule, starts) === told(asked, starts);
}

function told(rule: Rule, starts: Temporal.PlainDate): string {
  const parts = new Map(rule);
  const until = untilOf(rule);
  if (until) parts.set('UNTIL', until.toPlainDate().toString());
  if (parts.get('INTERVAL') === '1') parts.delete('INTERVAL');
  // Which day a week begins on only matters when weeks are skipped.
  if (parts.get('FREQ') !== 'WEEKLY' || !parts.has('INTERVAL') || parts.get('WKST') === 'MO') parts.delete('WKST');
  const [position, day] = [parts.get('BYSETPOS'), parts.get('BYDAY')];
  if (parts.get('FREQ') === 'MONTHLY' && position && day && /^-?\d$/.test(position) && /^[A-Z]{2}$/.test(day)) {
    parts.set('BYDAY', position + day);
    parts.delete('BYSETPOS');
  }
  const days = parts.get('BYDAY')?.split(',');
  if (parts.get('FREQ') === 'WEEKLY')
    parts.set('BYDAY', days?.sort().join(',') ?? weekdayCodes[starts.dayOfWeek - 1] ?? '');
  if (parts.get('FREQ') === 'MONTHLY' && !parts.has('BYDAY'))
    parts.set('BYMONTHDAY', parts.get('BYMONTHDAY') ?? String(starts.day));
  if (parts.get('FREQ') === 'YEARLY' && parts.get('BYMONTH') === String(starts.month) && !parts.has('BYDAY'))
    parts.delete('BYMONTH');
  if (parts.get('FREQ') === 'YEARLY' && parts.get('BYMONTHDAY') === String(starts.day)) parts.delete('BYMONTHDAY');
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((part) => part.join('='))
    .join(';');
}
