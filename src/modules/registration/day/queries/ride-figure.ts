import type { Context } from '#platform/context/context.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import { formatNumber } from '#platform/french/index.ts';
import { kilometresSpared } from './rides.ts';

/** What riding together spared, once somebody did: there and back, as the crow flies. */
export async function rideFigures(ctx: Context): Promise<KeyFigure[]> {
  const count = await kilometresSpared(ctx.db);
  if (count === 0) return [];
  return [
    {
      key: 'registration.ride-kilometres',
      count,
      value: formatNumber(count),
      label: 'kilomètres évités en covoiturage',
      source: 'Trajets accordés entre personnes inscrites, aller et retour, à vol d’oiseau',
    },
  ];
}
