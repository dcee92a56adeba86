import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { relationStatuses as statuses, statusNames } from '../domain/relation-statuses.ts';
import { relationChanged } from '../facts.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople, subjectName } from '../queries/known-subjects.ts';
import { relationStatuses } from '../tables.ts';
import {
  changedSubject,
  dayField,
  subjectColumns,
  subjectField,
  subjectOf,
  todayIn,
  trailOf,
} from './saving/subject-fields.ts';

const note = z.string().trim().max(500, 'C’est trop long : 500 caractères au plus.').default('');

/** Says what a person or a structure is to the hub, from a day on. Several statuses run side by side. */
export const beginStatus = command({
  name: 'people.begin-status',
  input: z.object({ subject: subjectField, status: z.enum(statuses), since: dayField, note }),
  allow: mayKeepRelations,
  async run(work, { subject, status, since = todayIn(work), note: words }) {
    const name = await subjectName(work.db, subject);
    if (name === null) return refuse('not_found');
    if (Temporal.PlainDate.compare(since, todayIn(work)) > 0)
      return refuse('invalid', { fields: { since: 'Cette date n’est pas encore venue.' } });
    const { rowCount } = await work.db
      .insert(relationStatuses)
      .values({
        id: work.newId(),
        ...subjectColumns(subject),
        status,
        since,
        note: words,
        createdBy: work.actor?.personId ?? null,
        createdAt: work.now(),
      })
      .onConflictDoNothing();
    if (rowCount === 0) return refuse('already', { fields: { status: 'Ce statut court déjà.' } });
    work.publish(relationChanged(changedSubject(subject)));
    work.record({ ...trailOf(subject), summary: `Statut donné à ${name} : ${statusNames[status]}` });
    return accept(null);
  },
});

/** Gives one status to many people at once; those who bear it already are left as they are. */
export const beginStatusOfMany = command({
  name: 'people.begin-status-of-many',
  input: z.object({ personIds: z.array(z.uuid()).min(1).max(5000), status: z.enum(statuses) }),
  allow: mayKeepRelations,
  async run(work, { personIds, status }) {
    const known = await livingPeople(work.db, personIds);
    if (known.size === 0) return refuse('not_found');
    const since = todayIn(work);
    const { rowCount } = await work.db
      .insert(relationStatuses)
      .values(
        [...known.keys()].map((personId) => ({
          id: work.newId(),
          personId,
          status,
          since,
          createdBy: work.actor?.personId ?? null,
          createdAt: work.now(),
        })),
      )
      .onConflictDoNothing();
    work.publish(relationChanged({ personIds: [...known.keys()] }));
    work.record({
      subjectKind: 'person',
      subjectId: null,
      summary: `Statut « ${statusNames[status]} » donné à ${rowCount ?? 0} personnes`,
    });
    return accept({ changed: rowCount ?? 0 });
  },
});

/** Ends a status today; it stays in the history. */
export const endStatus = command({
  name: 'people.end-status',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { id }) {
    const [row] = await work.db
      .select()
      .from(relationStatuses)
      .where(and(eq(relationStatuses.id, id), isNull(relationStatuses.until)))
      .for('update');
    if (!row) return refuse('not_found');
    const subject = subjectOf(row);
    await work.db
      .update(relationStatuses)
      .set({ until: todayIn(work) })
      .where(eq(relationStatuses.id, id));
    work.publish(relationChanged(changedSubject(subject)));
    work.record({ ...trailOf(subject), summary: `Statut terminé : ${statusNames[row.status]}` });
    return accept(null);
  },
});
