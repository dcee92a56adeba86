import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { figureTopics } from '../../domain/figures/figure-topics.ts';
import { figuresChanged } from '../../facts.ts';
import { mayRunSite } from '../../policy.ts';
import { keyFigures } from '../../tables.ts';
import { lockFigures } from './lock-figures.ts';

const text = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`);

const input = z.object({
  /** Null for a new one. */
  id: z.uuid().nullable(),
  /** The version the editor started from; null for a new one. */
  version: z.int().positive().nullable(),
  label: text(120).min(1, 'Dites ce que compte ce chiffre.'),
  value: z
    .number('Écrivez un nombre : 1 410 ou 12,5.')
    .min(-1e12, 'Ce nombre est trop petit.')
    .max(1e12, 'Ce nombre est trop grand.'),
  unit: text(30),
  sourceName: text(160).min(1, 'Dites d’où vient ce chiffre : sans source, on ne peut pas s’y fier.'),
  sourceUrl: text(1000).refine(
    (value) => value === '' || /^https?:\/\//.test(value),
    'Écrivez une adresse complète : https://…',
  ),
  asOf: z.iso.date('Écrivez la date de ce chiffre.'),
  perimeter: text(160).min(1, 'Dites sur quel territoire il a été compté.'),
  note: text(600),
  topic: z.enum(figureTopics, 'Choisissez un des sujets.'),
  isFeatured: z.boolean(),
});

/** Adds a figure or changes it. What it said before stays as a point of its trend when its date moves on. */
export const saveFigure = command({
  name: 'publishing.save-figure',
  input,
  allow: mayRunSite,
  async run(work, { id, version, asOf: day, ...fields }) {
    const asOf = Temporal.PlainDate.from(day);
    const row = { ...fields, asOf, updatedAt: work.now() };
    if (id === null) {
      const newId = work.newId();
      const figures = await lockFigures(work.db);
      const position = Math.max(0, ...figures.map((figure) => figure.position)) + 1;
      await work.db.insert(keyFigures).values({ id: newId, position, ...row });
      work.publish(figuresChanged());
      work.record({ subjectKind: 'figure', subjectId: newId, summary: `Chiffre ajouté : « ${fields.label} »` });
      return accept({ id: newId });
    }
    const stored = (await lockFigures(work.db)).find((figure) => figure.id === id);
    if (!stored || stored.trashedAt) return refuse('not_found');
    if (stored.version !== version) return refuse('edited_meanwhile', { details: stored });
    if (Temporal.PlainDate.compare(stored.asOf, asOf) < 0)
      await work.db.execute(sql`insert into key_figure_points (figure_id, day, value)
        values (${id}, ${stored.asOf.toString()}, ${stored.value}) on conflict (hub_id, figure_id, day) do nothing`);
    await work.db
      .update(keyFigures)
      .set({ ...row, version: stored.version + 1 })
      .where(eq(keyFigures.id, id));
    work.publish(figuresChanged());
    work.record({ subjectKind: 'figure', subjectId: id, summary: `Chiffre modifié : « ${fields.label} »` });
    return accept({ id });
  },
});
