import { inOrder, type HalfDayTime } from './half-day.ts';

/** One day of a session as the agenda tells it. */
export interface SessionDay {
  on: string;
  from: string;
  to: string;
}

/** Days of a session in order, each from the start of its first half-day to the end of its last. */
export function sessionDays(halfDays: readonly HalfDayTime[]): SessionDay[] {
  const byDay = Map.groupBy(inOrder(halfDays), ({ heldOn }) => heldOn.toString());
  return [...byDay].map(([on, held]) => ({
    on,
    from: held[0]?.startsAt ?? '',
    to: held.reduce((latest, { endsAt }) => (endsAt > latest ? endsAt : latest), ''),
  }));
}

/** The same half-days some days later, for a session done again. */
export function shifted<Time extends HalfDayTime>(halfDays: readonly Time[], firstDay: Temporal.PlainDate): Time[] {
  const ordered = inOrder(halfDays);
  const [first] = ordered;
  if (!first) return [];
  const days = first.heldOn.until(firstDay).days;
  return ordered.map((halfDay) => ({ ...halfDay, heldOn: halfDay.heldOn.add({ days }) }));
}
