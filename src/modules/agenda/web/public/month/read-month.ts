import type { Context } from '#platform/context/context.ts';
import { capitalised, formatDateRange, formatTime } from '#platform/french/index.ts';
import { dateHref } from '../../../cards/event-card.ts';
import { eventStateFacts, type EventState } from '../../../domain/event-states.ts';
import { publicHolidayOn, schoolHolidayOn, schoolHolidaysBetween, type SchoolZone } from '../../../domain/holidays.ts';
import { weeksOf } from '../../../domain/month-grid.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { readAgendaSettings } from '../../../queries/agenda-settings.ts';
import { monthDates, type MonthDate, type MonthDay } from '../../../queries/public/month-dates.ts';
import { filterOf, writeAgendaQuery, type AgendaQuery } from '../agenda-query.ts';

/** Lines of a day; the others are one link away. */
const mostOfADay = 4;

/** A line of a day, in words. */
export interface ShownDate {
  href: string;
  title: string;
  time: string;
  city: string;
  state: EventState;
  /** « Annulé » */
  stateWord: string;
  isOwn: boolean;
}

/** A day of the month's table. */
export interface ShownDay {
  day: Temporal.PlainDate;
  iso: string;
  isInMonth: boolean;
  dates: readonly ShownDate[];
  count: number;
  /** Public holiday. */
  holiday: string | null;
  /** School holidays, told on their first day and on Mondays. */
  school: { name: string; isTold: boolean } | null;
}

/** A month as its table shows it: what any visitor may see, kept until the agenda changes. */
export interface ShownMonth {
  weeks: readonly (readonly ShownDay[])[];
  count: number;
  /** « Vacances d’hiver (zone B) du 14 février au 1er mars 2026 » */
  schoolHolidays: readonly string[];
}

export function readShownMonth(
  ctx: Context,
  deps: AgendaDependencies,
  month: Temporal.PlainYearMonth,
  query: AgendaQuery,
): Promise<ShownMonth> {
  const key = `agenda.month ${month.toString()}${writeAgendaQuery(query)}`;
  return deps.kept.of(ctx.hubId, key, async () => {
    const weeks = weeksOf(month);
    const [from, to] = [weeks[0]?.[0], weeks.at(-1)?.[6]];
    if (!from || !to) throw new Error(`the month ${month.toString()} has no week`);
    const [{ schoolZone }, days] = await Promise.all([
      readAgendaSettings(ctx.db),
      monthDates(ctx.db, { ...filterOf(query), from, to }, mostOfADay),
    ]);
    const shown = weeks.map((week) => week.map((day) => shownDay(day, { month, days, schoolZone, zone: ctx.zone })));
    const ofMonth = shown.flat().filter(({ isInMonth }) => isInMonth);
    return {
      weeks: shown,
      count: ofMonth.reduce((sum, { count }) => sum + count, 0),
      schoolHolidays: schoolZone ? holidaysOf(ofMonth, schoolZone) : [],
    };
  });
}

interface Setting {
  month: Temporal.PlainYearMonth;
  days: ReadonlyMap<string, MonthDay>;
  schoolZone: SchoolZone | null;
  zone: string;
}

function shownDay(day: Temporal.PlainDate, { month, days, schoolZone, zone }: Setting): ShownDay {
  const iso = day.toString();
  const found = days.get(iso);
  const school = schoolZone && schoolHolidayOn(day, schoolZone);
  return {
    day,
    iso,
    isInMonth: day.toPlainYearMonth().equals(month),
    dates: (found?.dates ?? []).map(shownDate),
    count: found?.count ?? 0,
    holiday: publicHolidayOn(day, zone),
    school: school && { name: school.name, isTold: day.equals(school.from) || day.dayOfWeek === 1 || day.day === 1 },
  };
}

function shownDate(date: MonthDate): ShownDate {
  const { title, city, state, isOwn, time } = date;
  return {
    href: dateHref(date, true),
    title,
    city,
    state,
    isOwn,
    time: time === null ? '' : formatTime(Temporal.PlainTime.from(time)),
    stateWord: state === 'confirmed' ? '' : eventStateFacts[state].label,
  };
}

function holidaysOf(days: readonly ShownDay[], zone: SchoolZone): string[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (!first || !last) return [];
  return schoolHolidaysBetween(first, last, zone).map(
    ({ name, from, to }) => `${capitalised(name)} (zone ${zone}) ${formatDateRange(from, to)}`,
  );
}
