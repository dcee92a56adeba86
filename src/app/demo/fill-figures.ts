import { figuresOf, saveFigure, setFigurePoints, setIndicatorPoints } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoFigures, demoIndicators } from './demo-figures.ts';

/** Writes the key figures with their trends, and what the hub counted of itself over four years. */
export async function fillFigures(ctx: Context): Promise<void> {
  // There already: an earlier filling was interrupted after this one.
  if ((await figuresOf(ctx, [])).length > 0) return;
  for (const { before = [], source: sourceName, unit = '', note = '', isFeatured = false, ...figure } of demoFigures) {
    const input = {
      id: null,
      version: null,
      sourceUrl: '',
      sourceName,
      unit,
      note: typography(note),
      isFeatured,
      ...figure,
    };
    const { id } = unwrap(await execute(ctx, saveFigure, input));
    const points = before.map(([day, value]) => ({ day, value }));
    if (points.length > 0) unwrap(await execute(ctx, setFigurePoints, { figureId: id, points }));
  }
  for (const { counts, ...indicator } of demoIndicators) {
    const points = counts.map(([day, value]) => ({ day, value }));
    unwrap(await execute(ctx, setIndicatorPoints, { ...indicator, points }));
  }
}
