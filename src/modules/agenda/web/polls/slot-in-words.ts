import { formatTime, formatTimeRange } from '#platform/french/index.ts';
import { dayInWords } from '../../domain/when-in-words.ts';
import type { AroundDate } from '../../queries/polls/around-slots.ts';
import type { PollSlot } from '../../queries/polls/poll-sheet.ts';

/** « mardi 3 mars, de 18 h à 20 h ». */
export function slotInWords({ startsLocal, endsLocal }: PollSlot, today: Temporal.PlainDate): string {
  const [first, last] = [startsLocal.toPlainDate(), endsLocal.toPlainDate()];
  const day = dayInWords(first, today);
  if (first.equals(last)) return `${day}, ${formatTimeRange(startsLocal, endsLocal)}`;
  return `${day} à ${formatTime(startsLocal)}, jusqu’au ${dayInWords(last, today)} à ${formatTime(endsLocal)}`;
}

const mostNamed = 3;

/** What else there is that day: holidays, what is at the same hours, the rest. Empty when the day is free. */
export function aroundInWords({ holiday, schoolHoliday, atSameTime, sameDay }: AroundDate): string {
  return [
    holiday,
    schoolHoliday,
    atSameTime.length > 0 && `aux mêmes heures : ${named(atSameTime)}`,
    sameDay.length > 0 && `ce jour-là : ${named(sameDay)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function named(others: AroundDate['sameDay']): string {
  const names = others.map(({ title, city }) => (city ? `${title} (${city})` : title));
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`${more} de plus`] : [])].join(', ');
}
