import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { figuresChanged } from '../../facts.ts';
import { indicatorPoints } from '../../tables.ts';

const indicatorKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

/** Notes what the modules count today. Run each month by a job, without actor; twice the same day changes nothing. */
export const noteIndicators = command({
  name: 'publishing.note-indicators',
  input: z.object({
    day: z.iso.date(),
    counts: z.array(
      z.object({ indicator: indicatorKey, label: z.string().trim().min(1).max(160), count: z.int().nonnegative() }),
    ),
  }),
  allow: (actor) => actor === null,
  async run(work, { day, counts }) {
    if (counts.length === 0) return refuse('nothing_to_note');
    const byKey = new Map(counts.map((counted) => [counted.indicator, counted]));
    await work.db
      .insert(indicatorPoints)
      .values([...byKey.values()].map((counted) => ({ ...counted, day: Temporal.PlainDate.from(day) })))
      .onConflictDoUpdate({
        target: [indicatorPoints.hubId, indicatorPoints.indicator, indicatorPoints.day],
        set: { count: sql`excluded.count`, label: sql`excluded.label` },
      });
    work.publish(figuresChanged());
    work.record({
      subjectKind: 'figure',
      subjectId: null,
      summary: `Photo du mois : le pôle a noté ${plural(byKey.size, 'indicateur')}`,
    });
    return accept({ count: byKey.size });
  },
});
