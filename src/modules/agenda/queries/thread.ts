import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** What someone proposed to the agenda or answered to a poll; what a structure organised. */
export async function agendaThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  const href = sql`'/gestion/agenda/' || e.id`;
  if ('organizationId' in subject)
    return threadEntries(ctx.db, [
      {
        kind: 'Rendez-vous organisé',
        at: sql`e.published_at`,
        title: sql`e.title`,
        day: sql`e.starts_local`,
        href,
        from: sql`agenda_organizers o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
          where o.organization_id = ${subject.organizationId}::uuid and e.status = 'published' and e.trashed_at is null`,
      },
    ]);
  const sent = rowsAbout(subject.personId, { personId: sql`s.person_id`, email: sql`s.email`, name: sql`s.name` });
  const answered = rowsAbout(subject.personId, { personId: sql`a.person_id`, email: sql`a.email`, name: sql`a.name` });
  return threadEntries(ctx.db, [
    {
      kind: 'Rendez-vous proposé',
      at: sql`s.sent_at`,
      title: sql`e.title`,
      href,
      from: sql`agenda_senders s join agenda_events e on e.hub_id = s.hub_id and e.id = s.event_id where e.trashed_at is null and ${sent}`,
    },
    {
      kind: 'Sondage de dates',
      at: sql`a.updated_at`,
      title: sql`p.title`,
      href: sql`'/gestion/agenda/sondages/' || p.id`,
      from: sql`agenda_poll_answers a join agenda_polls p on p.hub_id = a.hub_id and p.id = a.poll_id where ${answered}`,
    },
  ]);
}
