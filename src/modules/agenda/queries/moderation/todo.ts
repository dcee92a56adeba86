import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { eventReviewPath } from '../../moderation-paths.ts';
import { mayRunAgenda } from '../../policy.ts';

const mostShown = 30;

/** Events that people proposed and nobody read yet, the oldest first. */
export async function moderationTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayRunAgenda(ctx.actor)) return [];
  const { rows } = await ctx.db.execute<{
    id: string;
    title: string;
    day: string;
    city: string | null;
    sender: string | null;
    since: string;
  }>(sql`
    select e.id, e.title, e.starts_local::date::text as day, coalesce(nullif(v.city, ''), s.place_city) as city,
      s.name as sender, to_json(coalesce(s.sent_at, e.updated_at))#>>'{}' as since
    from agenda_events e left join agenda_senders s on s.hub_id = e.hub_id and s.event_id = e.id
      left join venues v on v.hub_id = e.hub_id and v.id = e.venue_id
    where e.status = 'proposed' and e.trashed_at is null order by coalesce(s.sent_at, e.updated_at), e.id limit ${mostShown}`);
  return rows.map(({ id, title, day, city, sender, since }) => ({
    group: 'to-validate',
    title: ['Rendez-vous proposé', sender && `par ${sender}`].filter(Boolean).join(' '),
    detail: [title, formatDate(Temporal.PlainDate.from(day), { weekday: true, year: false }), city]
      .filter(Boolean)
      .join(' · '),
    action: { label: 'Relire', path: eventReviewPath(id) },
    since: Temporal.Instant.from(since),
    hue: 'sun',
  }));
}
