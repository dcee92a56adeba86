import { formatDate } from '#platform/french/index.ts';
import type { TrendPoint } from '#ui/components/charts/trend-chart.tsx';
import type { FigureWithPoints } from '../../../queries/figures/figures.ts';
import { figureInFull } from '../../../domain/figures/figure-in-words.ts';

/** The trend of a figure: its former values and the one of today, oldest first. */
export function trendOf({ points, asOf, value, unit }: FigureWithPoints): TrendPoint[] {
  const all = [...points.filter(({ day }) => !day.equals(asOf)), { day: asOf, value }].toSorted((a, b) =>
    Temporal.PlainDate.compare(a.day, b.day),
  );
  const years = new Set(all.map(({ day }) => day.year));
  return all.map((point) => ({
    at: daysOf(point.day),
    value: point.value,
    text: figureInFull({ value: point.value, unit: unit.length > 4 ? '' : unit }),
    // One value a year: the year says enough.
    label:
      years.size === all.length
        ? String(point.day.year)
        : formatDate(point.day, { style: 'short' }).split(/\s/).slice(1).join(' '),
  }));
}

const origin = Temporal.PlainDate.from('1970-01-01');
const daysOf = (day: Temporal.PlainDate): number => origin.until(day).days;
