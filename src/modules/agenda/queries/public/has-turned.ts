import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Whether the day changed in the zone of the hub, or a public date began or ended, since this moment. */
export async function hasTurned({ db, clock, zone }: Context, since: Temporal.Instant): Promise<boolean> {
  const now = clock.now();
  const day = (moment: Temporal.Instant): Temporal.PlainDate => moment.toZonedDateTimeISO(zone).toPlainDate();
  if (!day(since).equals(day(now))) return true;
  const within = (moment: ReturnType<typeof sql>) =>
    sql`(${moment} > ${since.toString()}::timestamptz and ${moment} <= ${now.toString()}::timestamptz)`;
  // An event without an end is shown for an hour once begun.
  const { rows } = await db.execute(sql`
    select 1 from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
    where o.hub_id = essaim_hub() and e.status = 'published' and e.trashed_at is null
      and o.starts_on between ${day(since).subtract({ days: 2 }).toString()}::date and ${day(now).add({ days: 1 }).toString()}::date
      and (${within(sql`o.starts_at`)} or (not o.has_end and ${within(sql`o.starts_at + interval '1 hour'`)}))
    union all
    select 1 from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
    where o.hub_id = essaim_hub() and e.status = 'published' and e.trashed_at is null and ${within(sql`o.ends_at`)}
    limit 1`);
  return rows.length > 0;
}
