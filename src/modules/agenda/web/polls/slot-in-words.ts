import { formatTime, formatTimeRange } from '#platform/french/index.ts';
import { dayInWords } from '../../domain/when-in-words.ts';
import type { PollSlot } from '../../queries/polls/poll-sheet.ts';

/** « mardi 3 mars, de 18 h à 20 h ». */
export function slotInWords({ startsLocal, endsLocal }: PollSlot, today: Temporal.PlainDate): string {
  const [first, last] = [startsLocal.toPlainDate(), endsLocal.toPlainDate()];
  const day = dayInWords(first, today);
  if (first.equals(last)) return `${day}, ${formatTimeRange(startsLocal, endsLocal)}`;
  return `${day} à ${formatTime(startsLocal)}, jusqu’au ${dayInWords(last, today)} à ${formatTime(endsLocal)}`;
}

const mostNamed = 3;

/** What else there is that day: holidays, and what stands in the agenda. Empty when the day is free. */
export function aroundInWords(slot: PollSlot): string {
  const named = slot.sameDay.map(({ title, city }) => (city ? `${title} (${city})` : title));
  const more = named.length - mostNamed;
  const others = [...named.slice(0, mostNamed), ...(more > 0 ? [`${more} de plus`] : [])].join(', ');
  return [slot.holiday, slot.schoolHoliday, others && `ce jour-là : ${others}`].filter(Boolean).join(' · ');
}
