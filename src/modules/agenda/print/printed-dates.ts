import { capitalised, formatDate, formatTime, listing } from '#platform/french/index.ts';
import { organizersInWords, placeInWords } from '../cards/event-card.ts';
import { eventStateFacts } from '../domain/event-states.ts';
import type { ListedOccurrence } from '../queries/listed-occurrences.ts';

/** A date as a programme on paper tells it. */
export interface PrintedDate {
  day: Temporal.PlainDate;
  /** « 9 h 30 – 17 h », « jusqu’au 5 juillet », empty on a whole day. */
  time: string;
  title: string;
  /** Where, whose, on what terms. */
  detail: string;
  /** « Annulé » */
  warning: string;
}

/** What comes back so often that it is told once: « les 3, 10, 17 et 24 mars ». */
export interface PrintedSeries extends PrintedDate {
  days: string;
}

export interface PrintedMonth {
  dates: PrintedDate[];
  regular: PrintedSeries[];
}

/** From this many dates in the month, a series stands once. */
const often = 3;

/** The dates of a month in order, those that began before it under its first day. */
export function printedMonth(dates: readonly ListedOccurrence[], month: Temporal.PlainYearMonth): PrintedMonth {
  const bySeries = Map.groupBy(dates, ({ eventId }) => eventId);
  const isRegular = ({ eventId }: ListedOccurrence) => (bySeries.get(eventId)?.length ?? 0) >= often;
  const first = month.toPlainDate({ day: 1 });
  return {
    dates: dates.filter((date) => !isRegular(date)).map((date) => printedDate(date, first)),
    regular: [...bySeries.values()].flatMap((all) => {
      const [date] = all;
      if (!date || !isRegular(date)) return [];
      const held = all.filter(({ state }) => state !== 'cancelled' && state !== 'postponed');
      return held.length === 0 ? [] : [{ ...printedDate(held[0] ?? date, first), days: daysOf(held, month) }];
    }),
  };
}

/** One date; `since` is the first day told. */
export function printedDate(date: ListedOccurrence, since?: Temporal.PlainDate): PrintedDate {
  const isBefore = since !== undefined && Temporal.PlainDate.compare(date.startsOn, since) < 0;
  return {
    day: isBefore ? since : date.startsOn,
    time: timeOf(date),
    title: date.title,
    detail: [
      date.venue?.name && date.attendance !== 'online' ? placed(date) : capitalised(placeInWords(date)),
      date.isOwn ? '' : organizersInWords(date.organizers),
      date.isFree ? 'gratuit' : date.conditions,
    ]
      .filter(Boolean)
      .join('\u00a0· '),
    warning: date.state === 'confirmed' || date.state === 'full' ? '' : eventStateFacts[date.state].label,
  };
}

/** « Salle des fêtes, Bain-de-Bretagne » */
function placed({ venue, attendance }: ListedOccurrence): string {
  const place = [venue?.name, venue?.city === venue?.name ? '' : venue?.city].filter(Boolean).join(', ');
  return attendance === 'mixed' ? `${place}, et en ligne` : place;
}

function timeOf({ startsOn, lastOn, isAllDay, hasEnd, startsAt, endsAt, zone }: ListedOccurrence): string {
  const start = formatTime(startsAt, { zone });
  if (!startsOn.equals(lastOn)) {
    const end = `jusqu’au ${formatDate(lastOn, { year: false })}`;
    return isAllDay ? end : `${start}, ${end}`;
  }
  if (isAllDay) return '';
  return hasEnd ? `${start} – ${formatTime(endsAt, { zone })}` : start;
}

function daysOf(dates: readonly ListedOccurrence[], month: Temporal.PlainYearMonth): string {
  const days = dates.map(({ startsOn }) => (startsOn.day === 1 ? '1er' : String(startsOn.day)));
  const name = formatDate(month.toPlainDate({ day: 2 }), { year: false }).replace(/^\S+\s/, '');
  return `les ${listing(days)} ${name}`;
}
