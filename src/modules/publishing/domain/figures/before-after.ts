/** A count of the hub on a day. */
export interface IndicatorPoint {
  indicator: string;
  label: string;
  day: Temporal.PlainDate;
  count: number;
}

/** The same thing counted long ago and lately. */
export interface BeforeAfter {
  indicator: string;
  label: string;
  before: { year: number; count: number };
  after: { year: number; count: number };
}

/** What the hub counts of itself, before and after: the first and the last count, when years lie between them. */
export function beforeAfter(points: readonly IndicatorPoint[]): BeforeAfter[] {
  const byIndicator = Map.groupBy(points, ({ indicator }) => indicator);
  return [...byIndicator].flatMap(([indicator, own]) => {
    const sorted = own.toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (!first || !last || first.day.year === last.day.year) return [];
    return [
      {
        indicator,
        label: last.label,
        before: { year: first.day.year, count: first.count },
        after: { year: last.day.year, count: last.count },
      },
    ];
  });
}
