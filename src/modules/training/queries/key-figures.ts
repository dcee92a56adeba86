import type { Context } from '#platform/context/context.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import { agree, formatNumber } from '#platform/french/index.ts';
import { totalsOf } from '../domain/figures.ts';
import { coursesPath } from '../paths.ts';
import { todayIn } from './session-list.ts';
import { trainedSeats } from './trained-seats.ts';

/** People trained since the beginning, each once, and the hours they followed. Nothing until someone was. */
export async function trainingKeyFigures(ctx: Context): Promise<KeyFigure[]> {
  const seats = await trainedSeats(ctx.db, { from: Temporal.PlainDate.from('1900-01-01'), to: todayIn(ctx) });
  if (seats.length === 0) return [];
  const { people, minutes } = totalsOf(seats);
  const hours = Math.round(minutes / 60);
  return [
    {
      key: 'training.people',
      count: people,
      value: formatNumber(people),
      label: agree(people, 'personne formée', 'personnes formées'),
      href: coursesPath,
    },
    {
      key: 'training.hours',
      count: hours,
      value: formatNumber(hours),
      label: agree(hours, 'heure de formation suivie', 'heures de formation suivies'),
      href: coursesPath,
    },
  ];
}
