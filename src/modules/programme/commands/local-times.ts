import { z } from 'zod';
import type { Stretch } from '../domain/stretch.ts';

const day = z.iso.date('Choisissez un jour.');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Indiquez une heure.');

/** A day and two hours, as typed. An end before the start is of the night after. */
export const stretchFields = z.object({ day, from: time, to: time }).transform(({ day, from, to }): Stretch => {
  const starts = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(from));
  const ends = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(to));
  const isNight = Temporal.PlainDateTime.compare(ends, starts) < 0 && ends.hour < 6;
  return { starts, ends: isNight ? ends.add({ days: 1 }) : ends };
});

/** The message beside the field when it ends before it begins. */
export function stretchProblem({ starts, ends }: Stretch): Record<string, string> | null {
  return Temporal.PlainDateTime.compare(ends, starts) > 0 ? null : { to: 'La fin vient avant le début.' };
}
