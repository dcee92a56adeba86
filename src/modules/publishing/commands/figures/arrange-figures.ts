import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { figuresChanged } from '../../facts.ts';
import { mayRunSite } from '../../policy.ts';
import { keyFigures } from '../../tables.ts';
import { lockFigures } from './lock-figures.ts';

/** Moves a figure one place up or down among those shown. */
export const moveFigure = command({
  name: 'publishing.move-figure',
  input: z.object({ id: z.uuid(), towards: z.enum(['up', 'down']) }),
  allow: mayRunSite,
  async run(work, { id, towards }) {
    const shown = (await lockFigures(work.db)).filter(({ trashedAt }) => trashedAt === null);
    const from = shown.findIndex((figure) => figure.id === id);
    const figure = shown[from];
    if (!figure) return refuse('not_found');
    const to = Math.min(shown.length - 1, Math.max(0, from + (towards === 'up' ? -1 : 1)));
    shown.splice(to, 0, ...shown.splice(from, 1));
    for (const [position, { id: at }] of shown.entries())
      await work.db.update(keyFigures).set({ position }).where(eq(keyFigures.id, at));
    work.publish(figuresChanged());
    work.record({ subjectKind: 'figure', subjectId: id, summary: `Chiffre « ${figure.label} » déplacé` });
    return accept({ id });
  },
});

const chosen = z.object({ ids: z.array(z.uuid()).min(1, 'Cochez au moins un chiffre.').max(200) });

/** Puts figures forward on the home page, or no longer. */
export const featureFigures = command({
  name: 'publishing.feature-figures',
  input: chosen.extend({ isFeatured: z.boolean() }),
  allow: mayRunSite,
  run: (work, { ids, isFeatured }) =>
    change(work, ids, { isFeatured }, isFeatured ? 'mis en avant' : 'remis en retrait'),
});

/** Takes figures off the site; the trash gives them back. */
export const trashFigures = command({
  name: 'publishing.trash-figures',
  input: chosen,
  allow: mayRunSite,
  run: (work, { ids }) => change(work, ids, { trashedAt: work.now() }, 'mis à la corbeille'),
});

export const restoreFigures = command({
  name: 'publishing.restore-figures',
  input: chosen,
  allow: mayRunSite,
  run: (work, { ids }) => change(work, ids, { trashedAt: null }, 'sorti de la corbeille'),
});

async function change(
  work: CommandContext,
  ids: readonly string[],
  what: { isFeatured?: boolean; trashedAt?: Temporal.Instant | null },
  done: string,
) {
  const changed = await work.db
    .update(keyFigures)
    .set({ ...what, updatedAt: work.now() })
    .where(inArray(keyFigures.id, [...ids]))
    .returning({ id: keyFigures.id, label: keyFigures.label });
  const [first] = changed;
  if (!first) return refuse('not_found');
  work.publish(figuresChanged());
  work.record({
    subjectKind: 'figure',
    subjectId: changed.length === 1 ? first.id : null,
    summary:
      changed.length === 1 ? `Chiffre « ${first.label} » ${done}` : `${plural(changed.length, 'chiffre')} : ${done}`,
  });
  return accept({ count: changed.length });
}
