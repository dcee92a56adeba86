import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mostPoints } from '../../domain/figures/read-points.ts';
import { figuresChanged } from '../../facts.ts';
import { mayRunSite } from '../../policy.ts';
import { indicatorPoints } from '../../tables.ts';

const indicator = z
  .string('Choisissez ce qui est compté.')
  .max(80)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'Choisissez ce qui est compté.');

/** Types what the hub counted before the site did it: years of its own history. */
export const setIndicatorPoints = command({
  name: 'publishing.set-indicator-points',
  input: z.object({
    indicator,
    label: z.string().trim().min(1, 'Donnez un nom à ce que vous comptez.').max(160),
    points: z
      .array(
        z.object({
          day: z.iso.date(),
          value: z.int('Ici, on compte en nombres entiers.').min(0, 'Ici, on compte à partir de zéro.').max(1e9),
        }),
      )
      .min(1, 'Écrivez au moins une ligne : une année, un nombre.')
      .max(mostPoints),
  }),
  allow: mayRunSite,
  async run(work, { indicator: key, label, points }) {
    const byDay = new Map(points.map((point) => [point.day, point.value]));
    await work.db
      .insert(indicatorPoints)
      .values(
        [...byDay].map(([day, count]) => ({
          indicator: key,
          label,
          count,
          day: Temporal.PlainDate.from(day),
          isTyped: true,
        })),
      )
      .onConflictDoUpdate({
        target: [indicatorPoints.hubId, indicatorPoints.indicator, indicatorPoints.day],
        set: { count: sql`excluded.count`, label: sql`excluded.label`, isTyped: true },
      });
    work.publish(figuresChanged());
    work.record({
      subjectKind: 'figure',
      subjectId: null,
      summary: `Indicateur « ${label} » : écrit à la main (${plural(byDay.size, 'relevé')})`,
    });
    return accept({ count: byDay.size });
  },
});

/** Removes counts of an indicator. */
export const removeIndicatorPoints = command({
  name: 'publishing.remove-indicator-points',
  input: z.object({ indicator, days: z.array(z.iso.date()).min(1, 'Cochez au moins une ligne.').max(mostPoints) }),
  allow: mayRunSite,
  async run(work, { indicator: key, days }) {
    const removed = await work.db
      .delete(indicatorPoints)
      .where(
        and(
          eq(indicatorPoints.indicator, key),
          inArray(
            indicatorPoints.day,
            days.map((day) => Temporal.PlainDate.from(day)),
          ),
        ),
      )
      .returning({ day: indicatorPoints.day, count: indicatorPoints.count, label: indicatorPoints.label });
    const [first] = removed;
    if (!first) return refuse('not_found');
    work.publish(figuresChanged());
    work.record({
      subjectKind: 'figure',
      subjectId: null,
      summary: `Indicateur « ${first.label} » : allégé (${plural(removed.length, 'relevé')})`,
      details: { removed: removed.map(({ day, count }) => [day.toString(), count]) },
    });
    return accept({ count: removed.length });
  },
});
