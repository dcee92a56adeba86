import { sql, type SQL } from 'drizzle-orm';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { peopleBehind } from '#modules/identity/index.ts';

const trainees = (where: SQL) =>
  peopleBehind(sql`select r.person_id, r.email, r.name from training_trainees r
    where r.state = 'enrolled' and ${where}
      and (r.session_id in (select s.id from training_sessions s where s.state = 'cancelled' or s.trashed_at is not null)) is not true`);

const group = 'Formations';

/** What trainings say of people. */
export const trainingConditions: readonly SegmentCondition[] = [
  {
    key: 'training.trained',
    group,
    label: 'est déjà venue à une formation',
    contrary: 'n’est jamais venue à une formation',
    people: () =>
      trainees(
        sql`(r.id in (select distinct a.trainee_id from training_attendances a where a.state = 'present')) is true`,
      ),
  },
  {
    key: 'training.enrolled',
    group,
    label: 's’est déjà inscrite à une formation',
    contrary: 'ne s’est jamais inscrite à une formation',
    people: () => trainees(sql`true`),
  },
  {
    key: 'training.course',
    group,
    label: 's’est inscrite à la formation',
    contrary: 'ne s’est pas inscrite à la formation',
    value: {
      kind: 'choice',
      label: 'Formation',
      choices: async ({ db }) =>
        (
          await db.execute<{ value: string; label: string }>(
            sql`select id::text as value, '« ' || title || ' »' as label from training_courses where trashed_at is null order by title, id`,
          )
        ).rows,
    },
    people: (value) =>
      trainees(sql`r.session_id in (select s.id from training_sessions s where s.course_id = ${value}::uuid)`),
  },
  {
    key: 'training.trainer',
    group,
    label: 'anime des formations',
    contrary: 'n’anime pas de formation',
    people: () => sql`select t.person_id from training_trainers t where t.person_id is not null`,
  },
];
