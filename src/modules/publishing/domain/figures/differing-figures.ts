import { foldForSearch } from '#platform/french/index.ts';

/** What is compared of a figure. */
export interface ComparedFigure {
  id: string;
  label: string;
  value: number;
  sourceName: string;
}

/**
 * Figures of the same name that do not say the same: published figures differ by source. Both are shown, each with its
 * own. Answers, by id, the others.
 */
export function differingFigures<Figure extends ComparedFigure>(figures: readonly Figure[]): Map<string, Figure[]> {
  const byLabel = Map.groupBy(figures, ({ label }) => foldForSearch(label));
  const differing = new Map<string, Figure[]>();
  for (const same of byLabel.values())
    for (const figure of same) {
      const others = same.filter((other) => other.id !== figure.id && other.value !== figure.value);
      if (others.length > 0) differing.set(figure.id, others);
    }
  return differing;
}
