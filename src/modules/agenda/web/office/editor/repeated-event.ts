import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { nextPlausibleDay } from '../../../domain/series-next-date.ts';
import type { EventType } from '../../../domain/event-types.ts';
import type { EventFields } from '../../../event/agenda-event.ts';
import type { StoredEvent } from '../../../queries/stored-event.ts';

const yearly: ReadonlySet<EventType> = new Set(['assembly', 'forum', 'celebration']);

/** A past event as it would be done again: its next plausible day, nobody registered, nothing called off. */
export async function fieldsToRepeat(ctx: Context, { id, repeatsId, fields, zone }: StoredEvent): Promise<EventFields> {
  const { rows } = await ctx.db.execute<{ day: string }>(sql`
    select distinct o.starts_on::text as day from agenda_occurrences o
      join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
    where (e.id = ${id}::uuid or e.repeats_id = ${id}::uuid or e.id = ${repeatsId}::uuid or e.repeats_id = ${repeatsId}::uuid)
      and e.trashed_at is null and not o.is_cancelled order by day limit 100`);
  const today = ctx.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const first = Temporal.PlainDate.from(fields.startsOn);
  const past = [first, ...rows.map(({ day }) => Temporal.PlainDate.from(day))];
  const next = nextPlausibleDay(past, today, { isYearly: yearly.has(fields.type) });
  return {
    ...fields,
    startsOn: next.toString(),
    endsOn: fields.endsOn === null ? null : next.add(first.until(fields.endsOn, { largestUnit: 'day' })).toString(),
    rule: null,
    alsoOn: [],
    state: 'confirmed',
    stateNote: '',
  };
}
