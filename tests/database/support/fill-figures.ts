import { saveFigure, setFigurePoints, setIndicatorPoints } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';

/** Figures and counts of a hub, with `words` in every free text. */
export async function fillFigures(ctx: Context, words: string): Promise<{ figure: string }> {
  const { id } = unwrap(
    await execute(ctx, saveFigure, {
      id: null,
      version: null,
      label: words.slice(0, 120),
      value: 1410,
      unit: words.slice(0, 30),
      sourceName: words.slice(0, 160),
      sourceUrl: 'https://chiffres.example/tableau',
      asOf: '2025-12-31',
      perimeter: words.slice(0, 160),
      note: words,
      topic: 'jobs',
      isFeatured: true,
    }),
  );
  unwrap(await execute(ctx, setFigurePoints, { figureId: id, points: [{ day: '2021-12-31', value: 1200 }] }));
  const label = words.slice(0, 160);
  const points = [
    { day: '2019-12-31', value: 2 },
    { day: '2025-12-31', value: 9 },
  ];
  unwrap(await execute(ctx, setIndicatorPoints, { indicator: 'hub.cafes', label, points }));
  return { figure: id };
}
