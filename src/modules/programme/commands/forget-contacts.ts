import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';

const keptMonths = 12;

/** Forgets who helped and whom to call for a stand, a year after the day. How many helped stays in the shifts’ number. */
export const forgetContacts = command({
  name: 'programme.forget-contacts',
  input: z.object({}),
  // A recurring job, without anybody.
  allow: (actor) => actor === null,
  async run(work) {
    const before = work.now().toZonedDateTimeISO(work.zone).toPlainDate().subtract({ months: keptMonths }).toString();
    const isOver = sql`not exists (select from agenda_occurrences o
      where o.hub_id = t.hub_id and o.event_id = t.event_id and o.last_on >= ${before}::date)
      and t.created_at < ${before}::date`;
    const stands = await work.db.execute(sql`update programme_stands t
      set contact_name = '', email = '', phone = '', needs_note = '', person_id = null, updated_at = ${work.now().toString()}::timestamptz
      where ${isOver} and (contact_name <> '' or email <> '' or phone <> '')`);
    const volunteers = await work.db.execute(sql`delete from programme_volunteers t where ${isOver}`);
    const count = (stands.rowCount ?? 0) + (volunteers.rowCount ?? 0);
    if (count === 0) return refuse('nothing_to_forget');
    work.record({
      subjectKind: 'programme',
      subjectId: null,
      summary: `Coordonnées oubliées un an après les journées : ${count}`,
    });
    return accept({ count });
  },
});
