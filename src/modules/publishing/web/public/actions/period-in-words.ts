import { formatDate } from '#platform/french/index.ts';

/** « Depuis le 4 mars 2026, jusqu’au 30 juin 2027 »: what is known of the dates of an action. */
export function periodInWords(startsOn: string | null, endsOn: string | null, today: Temporal.PlainDate): string {
  const [starts, ends] = [startsOn, endsOn].map((day) => (day === null ? null : Temporal.PlainDate.from(day)));
  const isStarted = starts && Temporal.PlainDate.compare(starts, today) <= 0;
  const isEnded = ends && Temporal.PlainDate.compare(ends, today) < 0;
  if (isEnded) return `Terminée depuis le ${formatDate(ends)}`;
  const from = starts ? (isStarted ? `Depuis le ${formatDate(starts)}` : `À partir du ${formatDate(starts)}`) : '';
  const to = ends ? `jusqu’au ${formatDate(ends)}` : '';
  const text = [from, to].filter(Boolean).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
