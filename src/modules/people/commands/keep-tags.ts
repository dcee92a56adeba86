import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { relationChanged } from '../facts.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { peopleTags, personTags } from '../tables.ts';

const people = z.array(z.uuid()).min(1, 'Choisissez au moins une personne.').max(5000);
const label = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFC').replaceAll(/\s+/g, ' '))
  .pipe(z.string().min(1, 'Écrivez une étiquette.').max(60, 'C’est trop long : 60 caractères au plus.'));

/** Puts a tag on people; the tag is made when nobody bore it before. */
export const tagPeople = command({
  name: 'people.tag-people',
  input: z.object({ personIds: people, label }),
  allow: mayKeepRelations,
  async run(work, input) {
    const known = await livingPeople(work.db, input.personIds);
    if (known.size === 0) return refuse('not_found');
    if (foldForSearch(input.label) === '') return refuse('invalid', { fields: { label: 'Écrivez une étiquette.' } });
    const added = await putTag(work, [...known.keys()], input.label);
    const [first] = known;
    work.record({
      subjectKind: 'person',
      subjectId: known.size === 1 ? (first?.[0] ?? null) : null,
      summary: `Étiquette « ${input.label} » posée${known.size === 1 ? '' : ` sur ${added} personnes`}`,
    });
    return accept({ changed: added });
  },
});

/** Puts a tag on people who are there; for commands of this module. Returns how many did not bear it. */
export async function putTag(work: CommandContext, personIds: readonly string[], words: string): Promise<number> {
  const labelKey = foldForSearch(words);
  await work.db
    .insert(peopleTags)
    .values({ id: work.newId(), label: words, labelKey, createdAt: work.now() })
    .onConflictDoNothing();
  const [tag] = await work.db.select({ id: peopleTags.id }).from(peopleTags).where(eq(peopleTags.labelKey, labelKey));
  if (!tag) throw new Error('a tag just written is not there');
  const { rowCount } = await work.db
    .insert(personTags)
    .values(
      personIds.map((personId) => ({
        personId,
        tagId: tag.id,
        addedBy: work.actor?.personId ?? null,
        addedAt: work.now(),
      })),
    )
    .onConflictDoNothing();
  work.publish(relationChanged({ personIds }));
  return rowCount ?? 0;
}

/** Takes a tag off people. */
export const untagPeople = command({
  name: 'people.untag-people',
  input: z.object({ personIds: people, tagId: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { personIds, tagId }) {
    const [tag] = await work.db.select().from(peopleTags).where(eq(peopleTags.id, tagId));
    if (!tag) return refuse('not_found');
    const { rowCount } = await work.db
      .delete(personTags)
      .where(and(eq(personTags.tagId, tagId), inArray(personTags.personId, personIds)));
    work.publish(relationChanged({ personIds }));
    work.record({
      subjectKind: 'person',
      subjectId: personIds.length === 1 ? (personIds[0] ?? null) : null,
      summary: `Étiquette « ${tag.label} » retirée${personIds.length === 1 ? '' : ` de ${rowCount ?? 0} personnes`}`,
    });
    return accept({ changed: rowCount ?? 0 });
  },
});

/** Calls a tag otherwise; under the name of another one, the two become one. */
export const renameTag = command({
  name: 'people.rename-tag',
  input: z.object({ id: z.uuid(), label }),
  allow: mayKeepRelations,
  async run(work, input) {
    const labelKey = foldForSearch(input.label);
    if (labelKey === '') return refuse('invalid', { fields: { label: 'Écrivez une étiquette.' } });
    const [tag] = await work.db.select().from(peopleTags).where(eq(peopleTags.id, input.id)).for('update');
    if (!tag) return refuse('not_found');
    const [same] = await work.db.select().from(peopleTags).where(eq(peopleTags.labelKey, labelKey));
    if (same && same.id !== tag.id) await joinTags(work, tag.id, same.id);
    else await work.db.update(peopleTags).set({ label: input.label, labelKey }).where(eq(peopleTags.id, tag.id));
    work.publish(relationChanged());
    work.record({
      subjectKind: 'people-tag',
      subjectId: tag.id,
      summary: `Étiquette « ${tag.label} » devenue « ${input.label} »`,
    });
    return accept({ joined: same !== undefined && same.id !== tag.id });
  },
});

async function joinTags(work: CommandContext, fromId: string, intoId: string): Promise<void> {
  const bearers = await work.db.select().from(personTags).where(eq(personTags.tagId, fromId));
  if (bearers.length > 0)
    await work.db
      .insert(personTags)
      .values(bearers.map(({ personId, addedBy, addedAt }) => ({ personId, addedBy, addedAt, tagId: intoId })))
      .onConflictDoNothing();
  await work.db.delete(peopleTags).where(eq(peopleTags.id, fromId));
}

/** Takes a tag off everyone and forgets it. */
export const deleteTag = command({
  name: 'people.delete-tag',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { id }) {
    const [tag] = await work.db.delete(peopleTags).where(eq(peopleTags.id, id)).returning();
    if (!tag) return refuse('not_found');
    work.publish(relationChanged());
    work.record({ subjectKind: 'people-tag', subjectId: id, summary: `Étiquette « ${tag.label} » supprimée` });
    return accept(null);
  },
});
