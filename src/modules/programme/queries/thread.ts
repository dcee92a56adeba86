import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** The large days for which a person lent a hand. */
export async function programmeThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  if (!('personId' in subject)) return [];
  const herself = rowsAbout(subject.personId, { personId: sql`v.person_id`, email: sql`v.email`, name: sql`v.name` });
  return threadEntries(ctx.db, [
    {
      kind: 'Bénévole',
      at: sql`t.taken_at`,
      title: sql`e.title`,
      detail: sql`s.task`,
      day: sql`s.starts_local`,
      href: sql`'/gestion/agenda/' || e.id || '/programme'`,
      from: sql`programme_volunteers v join programme_shift_takers t on t.hub_id = v.hub_id and t.volunteer_id = v.id
        join programme_shifts s on s.hub_id = t.hub_id and s.id = t.shift_id join agenda_events e on e.hub_id = v.hub_id and e.id = v.event_id where ${herself}`,
    },
  ]);
}
