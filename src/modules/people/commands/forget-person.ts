import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { eraseEverywhere, type PersonalDataSource } from '#modules/identity/index.ts';
import { forgottenOn } from '../domain/retention.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { retentionReviews } from '../tables.ts';
import { todayIn } from './saving/subject-fields.ts';

/** Forgets someone whose time has come, a month at least after the team could read her name on the list. */
export const forgetPerson = (holders: PersonalDataSource) =>
  command({
    name: 'people.forget-person',
    input: z.object({ personId: z.uuid() }),
    // The nightly job only: the team erases from the sheet.
    allow: (actor) => actor === null,
    async run(work, { personId }) {
      const [review] = await work.db
        .select()
        .from(retentionReviews)
        .where(and(eq(retentionReviews.personId, personId), isNotNull(retentionReviews.listedAt)))
        .for('update');
      if (!review?.listedAt || !(await livingPeople(work.db, [personId])).has(personId)) return refuse('not_found');
      const today = todayIn(work);
      const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(work.zone).toPlainDate();
      if (Temporal.PlainDate.compare(forgottenOn(dayOf(review.lastContactAt), dayOf(review.listedAt)), today) > 0)
        return refuse('too_early');
      const kept = await eraseEverywhere(work, holders, personId);
      work.record({
        subjectKind: 'person',
        subjectId: personId,
        summary: 'Personne oubliée : trois ans sans contact',
        details: { kept },
      });
      return accept({ kept });
    },
  });
