import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mostPoints } from '../../domain/figures/read-points.ts';
import { figuresChanged } from '../../facts.ts';
import { mayRunSite } from '../../policy.ts';
import { keyFigurePoints } from '../../tables.ts';
import { lockFigures } from './lock-figures.ts';

const input = z.object({
  figureId: z.uuid(),
  points: z
    .array(z.object({ day: z.iso.date(), value: z.number().min(-1e12).max(1e12) }))
    .min(1, 'Il n’y a aucune ligne à ajouter.')
    .max(mostPoints),
});

/** Adds former values to a figure; a day already known takes the new value. */
export const setFigurePoints = command({
  name: 'publishing.set-figure-points',
  input,
  allow: mayRunSite,
  async run(work, { figureId, points }) {
    const figure = (await lockFigures(work.db)).find(({ id }) => id === figureId);
    if (!figure || figure.trashedAt) return refuse('not_found');
    const byDay = new Map(points.map((point) => [point.day, point.value]));
    const rows = [...byDay].map(([day, value]) => ({ figureId, day: Temporal.PlainDate.from(day), value }));
    await work.db
      .insert(keyFigurePoints)
      .values(rows)
      .onConflictDoUpdate({
        target: [keyFigurePoints.hubId, keyFigurePoints.figureId, keyFigurePoints.day],
        set: { value: sql`excluded.value` },
      });
    work.publish(figuresChanged());
    work.record({
      subjectKind: 'figure',
      subjectId: figureId,
      summary: `Chiffre « ${figure.label} » : tendance complétée (${plural(rows.length, 'valeur')})`,
    });
    return accept({ count: rows.length });
  },
});

/** Removes former values of a figure. */
export const removeFigurePoints = command({
  name: 'publishing.remove-figure-points',
  input: z.object({
    figureId: z.uuid(),
    days: z.array(z.iso.date()).min(1, 'Cochez au moins une ligne.').max(mostPoints),
  }),
  allow: mayRunSite,
  async run(work, { figureId, days }) {
    const figure = (await lockFigures(work.db)).find(({ id }) => id === figureId);
    if (!figure || figure.trashedAt) return refuse('not_found');
    const removed = await work.db
      .delete(keyFigurePoints)
      .where(
        and(
          eq(keyFigurePoints.figureId, figureId),
          inArray(
            keyFigurePoints.day,
            days.map((day) => Temporal.PlainDate.from(day)),
          ),
        ),
      )
      .returning({ day: keyFigurePoints.day, value: keyFigurePoints.value });
    if (removed.length === 0) return refuse('not_found');
    work.publish(figuresChanged());
    work.record({
      subjectKind: 'figure',
      subjectId: figureId,
      summary: `Chiffre « ${figure.label} » : tendance allégée (${plural(removed.length, 'valeur')})`,
      details: { removed: removed.map(({ day, value }) => [day.toString(), value]) },
    });
    return accept({ count: removed.length });
  },
});
