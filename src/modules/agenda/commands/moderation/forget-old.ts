import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';

/** How long after its last date it is known who proposed an event, and after its end who answered a poll. */
export const sendersKeptFor = { years: 1 } as const;
export const answersKeptFor = { months: 6 } as const;

/** Forgets who proposed events long past, and who answered polls long over. Run by a job, without actor. */
export const forgetOldModeration = command({
  name: 'agenda.forget-old-moderation',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const here = work.now().toZonedDateTimeISO(work.zone);
    const before = (age: Temporal.DurationLike): string => here.subtract(age).toInstant().toString();
    const senders = await work.db.execute<{ event_id: string }>(sql`
      delete from agenda_senders s using agenda_events e where e.hub_id = s.hub_id and e.id = s.event_id
        and coalesce((select max(o.ends_at) from agenda_occurrences o where o.hub_id = e.hub_id and o.event_id = e.id),
          e.starts_local at time zone e.zone) < ${before(sendersKeptFor)}::timestamptz
        and s.sent_at < ${before(sendersKeptFor)}::timestamptz returning s.event_id`);
    const ids = senders.rows.map((row) => row.event_id);
    if (ids.length > 0)
      await work.db.execute(
        sql`update agenda_events set contact_email = '' where id = any (${`{${ids.join(',')}}`}::uuid[])`,
      );
    const answers = await work.db.execute<{ id: string }>(sql`
      delete from agenda_poll_answers a using agenda_polls p where p.hub_id = a.hub_id and p.id = a.poll_id
        and coalesce(p.closed_at, (select max(s.starts_local) at time zone p.zone from agenda_poll_slots s
          where s.hub_id = p.hub_id and s.poll_id = p.id), p.updated_at) < ${before(answersKeptFor)}::timestamptz
      returning a.id`);
    const count = senders.rows.length + answers.rows.length;
    if (count === 0) return refuse('nothing_to_tell');
    work.record({
      subjectKind: 'event',
      subjectId: null,
      summary: `Oubliés : ${plural(senders.rows.length, 'personne qui avait proposé', 'personnes qui avaient proposé')}, ${plural(answers.rows.length, 'réponse à un sondage', 'réponses à des sondages')}`,
    });
    return accept({ senders: senders.rows.length, answers: answers.rows.length });
  },
});
