import type { JSX } from 'preact';
import { formatDate, plural } from '#platform/french/index.ts';
import { classes } from '#ui/components/classes.ts';
import { monthTitle } from '../grouped-dates.ts';
import type { ShownDate, ShownDay, ShownMonth } from './read-month.ts';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** The day it is, in its month. */
export const todayAnchor = 'aujourd-hui';

export interface MonthTableProps {
  readonly month: Temporal.PlainYearMonth;
  readonly shown: ShownMonth;
  readonly today: Temporal.PlainDate;
  /** The list of the dates of one day. */
  readonly dayHref: (day: Temporal.PlainDate) => string;
  /** Put before the addresses of dates, and where they open, in a page shown inside another site. */
  readonly origin?: string;
  readonly target?: '_blank';
}

/** A month as a table, a list of its days on a phone. With script, the arrows move from day to day. */
export function MonthTable({ month, shown, today, dayHref, origin = '', target }: MonthTableProps): JSX.Element {
  const todayIso = today.toString();
  const day = (one: ShownDay): JSX.Element => {
    const { iso, count, dates } = one;
    const href = count > 0 ? origin + dayHref(one.day) : null;
    return (
      <td
        class={classes(
          !one.isInMonth && 'other-month',
          iso < todayIso && 'past',
          iso === todayIso && 'today',
          one.holiday && 'holiday',
          one.school && 'school',
          count === 0 && 'empty',
        )}
        id={iso === todayIso && one.isInMonth ? todayAnchor : undefined}
        data-day={iso}
        aria-current={iso === todayIso ? 'date' : undefined}
      >
        <DayNumber day={one} href={href} target={target} />
        {one.holiday && <p class="day-note">{one.holiday}</p>}
        {one.school?.isTold && <p class="day-note school-note">{one.school.name}</p>}
        {dates.length > 0 && (
          <ul>
            {dates.map((date) => (
              <li>
                <DateLine date={date} origin={origin} target={target} />
              </li>
            ))}
            {href && count > dates.length && (
              <li>
                <a class="day-more" href={href} target={target}>
                  {`et ${plural(count - dates.length, 'autre')}`}
                  <span class="visually-hidden"> le {formatDate(one.day, { year: false })}</span>
                </a>
              </li>
            )}
          </ul>
        )}
      </td>
    );
  };
  return (
    <es-month-grid class="month">
      <table>
        <caption class="visually-hidden">{monthTitle(month)}, jour par jour</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th scope="col">
                <abbr title={name}>{name.slice(0, 3)}.</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.weeks.map((week) => (
            <tr>{week.map(day)}</tr>
          ))}
        </tbody>
      </table>
    </es-month-grid>
  );
}

/** The number of the day, its whole name on a phone and for who listens. */
function DayNumber({
  day: { day, iso, count },
  href,
  target,
}: {
  readonly day: ShownDay;
  readonly href: string | null;
  readonly target: '_blank' | undefined;
}): JSX.Element {
  const [weekday = '', number = '', month = ''] = formatDate(day, { weekday: true, year: false }).split(/\s/);
  const words = (
    <time datetime={iso}>
      <span class="day-word">{weekday} </span>
      {number}
      <span class="day-word"> {month}</span>
    </time>
  );
  if (href === null) return <span class="day-number">{words}</span>;
  return (
    <a class="day-number" href={href} target={target}>
      {words}
      <span class="visually-hidden">{` : ${plural(count, 'rendez-vous', 'rendez-vous')}`}</span>
    </a>
  );
}

function DateLine({
  date: { href, title, time, city, state, stateWord, isOwn },
  origin,
  target,
}: {
  readonly date: ShownDate;
  readonly origin: string;
  readonly target: '_blank' | undefined;
}): JSX.Element {
  const isOff = state === 'cancelled' || state === 'postponed';
  return (
    <a class={classes('month-date', isOwn && 'own', isOff && 'off')} href={origin + href} target={target}>
      {time && <span class="month-time">{time} </span>}
      <span class="month-title">{title}</span>
      {stateWord && <span class="month-state"> {stateWord}</span>}
      {city && <span class="month-city"> {city}</span>}
      {isOwn && <span class="visually-hidden"> (le pôle)</span>}
    </a>
  );
}
