import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { officePaths } from '../../paths.ts';
import { mayRunAgenda } from '../../policy.ts';

const soonInDays = 21;
const mostShown = 10;

/** Drafts whose day is near: nobody will come to what nobody saw. */
export async function draftsTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayRunAgenda(ctx.actor)) return [];
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const { rows } = await ctx.db.execute<{ id: string; title: string; day: string; since: string }>(sql`
    select e.id, e.title, min(o.starts_on)::text as day, to_json(e.updated_at)#>>'{}' as since
    from agenda_events e join agenda_occurrences o on o.hub_id = e.hub_id and o.event_id = e.id and not o.is_leftover
    where e.status = 'draft' and e.trashed_at is null and e.origin is null
      and o.starts_on between ${today.toString()}::date and ${today.add({ days: soonInDays }).toString()}::date
    group by e.hub_id, e.id order by min(o.starts_on), e.id limit ${mostShown}`);
  return rows.map(({ id, title, day, since }) => ({
    group: 'can-wait',
    title: 'Un rendez-vous approche, encore en brouillon',
    detail: `${title} · ${formatDate(Temporal.PlainDate.from(day), { weekday: true, year: false })}`,
    action: { label: 'Ouvrir', path: officePaths.event(id) },
    since: Temporal.Instant.from(since),
    hue: 'sun',
  }));
}
