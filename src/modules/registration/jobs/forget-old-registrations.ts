import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { Reader } from '#platform/db/database.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { delicateAnswers } from '../domain/questions.ts';
import { answersKeptFor, namesKeptFor } from '../domain/retention.ts';

const mostATime = 500;

/** When the last date of what one registered for is over. */
const lastMoment = sql`(select max(o.ends_at) from agenda_occurrences o
  where o.hub_id = p.hub_id and o.event_id = p.event_id and (p.occurrence_id is null or o.id = p.occurrence_id))`;

async function due(db: Reader, column: 'answers_forgotten_at' | 'forgotten_at', before: string): Promise<string[]> {
  const isKept = column === 'answers_forgotten_at' ? sql`r.answers_forgotten_at is null` : sql`r.forgotten_at is null`;
  const { rows } = await db.execute<{ id: string }>(sql`select r.id from registrations r
    join registration_pools p on p.hub_id = r.hub_id and p.id = r.pool_id
    where ${isKept} and ${lastMoment} < ${before}::timestamptz limit ${mostATime}`);
  return rows.map(({ id }) => id);
}

/** Forgets delicate answers, then names, as long after the date as the page on personal data says. */
export const forgetRegistrations = command({
  name: 'registration.forget',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const here = work.now().toZonedDateTimeISO(work.zone);
    const array = (ids: readonly string[]) => `{${ids.join(',')}}`;
    const now = work.now().toString();
    const answers = await due(work.db, 'answers_forgotten_at', here.subtract(answersKeptFor).toInstant().toString());
    if (answers.length > 0)
      await work.db.execute(sql`update registrations set answers = answers - ${array(delicateAnswers)}::text[],
        answers_forgotten_at = ${now}::timestamptz where id = any (${array(answers)}::uuid[])`);
    const names = await due(work.db, 'forgotten_at', here.subtract(namesKeptFor).toInstant().toString());
    if (names.length > 0) {
      await work.db.execute(sql`update registrations set name = '', name_key = '', email = null, phone = '',
        person_id = null, answers = '{}', state_note = '', attendance_by = '', attendance_by_id = null,
        link_hash = null, forgotten_at = ${now}::timestamptz where id = any (${array(names)}::uuid[])`);
      await work.db.execute(sql`update registration_bookings b set name = '', email = null, phone = '',
        person_id = null, typed_by = '', typed_by_id = null, link_hash = null
        where exists (select from registrations r where r.booking_id = b.id and r.id = any (${array(names)}::uuid[]))`);
    }
    work.record({
      subjectKind: 'registration',
      subjectId: null,
      summary: `${plural(answers.length, 'réponse délicate oubliée', 'réponses délicates oubliées')}, ${plural(names.length, 'nom oublié', 'noms oubliés')} dans les inscriptions`,
    });
    return accept({ count: answers.length + names.length });
  },
});

/** Each night: forgets what has been kept as long as it may; an empty night leaves no line in the trail. */
export const forgetOldRegistrations = job({
  name: 'registration.forget-old',
  lane: 'quick',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    const here = ctx.clock.now().toZonedDateTimeISO(ctx.zone);
    for (;;) {
      const answers = await due(ctx.db, 'answers_forgotten_at', here.subtract(answersKeptFor).toInstant().toString());
      const names = await due(ctx.db, 'forgotten_at', here.subtract(namesKeptFor).toInstant().toString());
      if (answers.length + names.length === 0) return;
      await execute({ ...ctx, actor: null }, forgetRegistrations, {});
    }
  },
});
