import type { Context } from '#platform/context/context.ts';
import { formatDate } from '#platform/french/index.ts';
import { figurePath } from '../../paths.ts';
import { figureValue } from '../../domain/figures/figure-in-words.ts';
import { readFigures, type StoredFigure } from './figures.ts';

/** A figure as the few big numbers of a page show it. */
export interface ShownFigure {
  value: string;
  label: string;
  /** « Observatoire régional, 31 décembre 2025 » */
  source?: string;
  href: string;
}

/** The figures of these ids, in their order; without ids, those that the hub puts forward. For everyone's eyes. */
export async function figuresOf(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<ShownFigure[]> {
  const figures = await readFigures(ctx.db);
  if (ids.length === 0) return figures.filter(({ isFeatured }) => isFeatured).map(shown);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(shown);
}

function shown(figure: StoredFigure): ShownFigure {
  const { id, label, sourceName, asOf } = figure;
  return {
    value: figureValue(figure),
    label,
    href: figurePath(id),
    ...(sourceName ? { source: `${sourceName}, ${formatDate(asOf)}` } : {}),
  };
}
