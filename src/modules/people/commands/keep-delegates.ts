import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { relationChanged } from '../facts.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { delegates } from '../tables.ts';
import { dayField, todayIn } from './saving/subject-fields.ts';

/** Says who acts for a person: her guardian, her daughter, a neighbour who has a computer. */
export const addDelegate = command({
  name: 'people.add-delegate',
  input: z.object({
    personId: z.uuid(),
    delegateId: z.uuid(),
    purpose: z.string().trim().max(200, 'C’est trop long : 200 caractères au plus.').default(''),
    startsOn: dayField,
  }),
  allow: mayKeepRelations,
  async run(work, { personId, delegateId, purpose, startsOn = todayIn(work) }) {
    if (personId === delegateId) return refuse('same_person', { fields: { other: 'C’est la même personne.' } });
    const names = await livingPeople(work.db, [personId, delegateId]);
    if (names.size !== 2) return refuse('not_found');
    const { rowCount } = await work.db
      .insert(delegates)
      .values({
        id: work.newId(),
        personId,
        delegateId,
        purpose,
        startsOn,
        createdBy: work.actor?.personId ?? null,
        createdAt: work.now(),
      })
      .onConflictDoNothing();
    if (rowCount === 0) return refuse('already', { fields: { other: 'Cette personne agit déjà pour elle.' } });
    work.publish(relationChanged({ personIds: [personId, delegateId] }));
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: `${names.get(delegateId) ?? ''} agit pour ${names.get(personId) ?? ''}`,
    });
    return accept(null);
  },
});

/** Ends what someone could do for another. */
export const endDelegate = command({
  name: 'people.end-delegate',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { id }) {
    const [row] = await work.db
      .select()
      .from(delegates)
      .where(and(eq(delegates.id, id), isNull(delegates.endsOn)))
      .for('update');
    if (!row) return refuse('not_found');
    const today = todayIn(work);
    const endsOn = Temporal.PlainDate.compare(row.startsOn, today) > 0 ? row.startsOn : today;
    await work.db.update(delegates).set({ endsOn }).where(eq(delegates.id, id));
    work.publish(relationChanged({ personIds: [row.personId, row.delegateId] }));
    work.record({
      subjectKind: 'person',
      subjectId: row.personId,
      summary: 'Plus personne n’agit pour elle à ce titre',
    });
    return accept({ personId: row.personId });
  },
});
