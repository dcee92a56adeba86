import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepRelations } from '../../policy.ts';
import { segmentDefinition } from '../domain/segment-definition.ts';
import { peopleSegments } from '../tables.ts';

const name = z
  .string()
  .trim()
  .min(1, 'Donnez un nom à ce segment.')
  .max(120, 'C’est trop long : 120 caractères au plus.')
  .refine((text) => foldForSearch(text) !== '', 'Donnez un nom à ce segment.');

const taken = { fields: { name: 'Un autre segment porte déjà ce nom.' } };

async function isTaken(work: CommandContext, nameKey: string, exceptId: string): Promise<boolean> {
  const [other] = await work.db
    .select({ id: peopleSegments.id })
    .from(peopleSegments)
    .where(and(eq(peopleSegments.nameKey, nameKey), ne(peopleSegments.id, exceptId)));
  return other !== undefined;
}

/** Saves a new segment. */
export const addSegment = command({
  name: 'people.add-segment',
  input: z.object({ name, definition: segmentDefinition }),
  allow: mayKeepRelations,
  async run(work, input) {
    const id = work.newId();
    const nameKey = foldForSearch(input.name);
    const { rowCount } = await work.db
      .insert(peopleSegments)
      .values({
        id,
        name: input.name,
        nameKey,
        definition: input.definition,
        createdBy: work.actor?.personId ?? null,
        createdAt: work.now(),
        updatedAt: work.now(),
      })
      .onConflictDoNothing();
    if (rowCount === 0) return refuse('name_taken', taken);
    work.record({ subjectKind: 'people-segment', subjectId: id, summary: `Segment « ${input.name} » ajouté` });
    return accept({ id });
  },
});

/** Changes a segment, unless someone else did since it was read. */
export const editSegment = command({
  name: 'people.edit-segment',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int(), name, definition: segmentDefinition }),
  allow: mayKeepRelations,
  async run(work, input) {
    const [row] = await work.db.select().from(peopleSegments).where(eq(peopleSegments.id, input.id)).for('update');
    if (!row) return refuse('not_found');
    if (row.version !== input.version)
      return refuse('edited_meanwhile', {
        fields: {
          name: 'Quelqu’un a changé ce segment entre-temps. Revenez à la liste pour voir ce qu’il est devenu.',
        },
      });
    const nameKey = foldForSearch(input.name);
    if (await isTaken(work, nameKey, input.id)) return refuse('name_taken', taken);
    await work.db
      .update(peopleSegments)
      .set({
        name: input.name,
        nameKey,
        definition: input.definition,
        version: row.version + 1,
        updatedAt: work.now(),
      })
      .where(eq(peopleSegments.id, input.id));
    work.record({ subjectKind: 'people-segment', subjectId: row.id, summary: `Segment « ${input.name} » changé` });
    return accept({ id: row.id });
  },
});

/** Forgets a segment; the people stay. */
export const deleteSegment = command({
  name: 'people.delete-segment',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { id }) {
    const [row] = await work.db.delete(peopleSegments).where(eq(peopleSegments.id, id)).returning();
    if (!row) return refuse('not_found');
    work.record({ subjectKind: 'people-segment', subjectId: id, summary: `Segment « ${row.name} » supprimé` });
    return accept({ name: row.name });
  },
});
