import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** What a person, or the people of a structure, registered to, and where they came. */
export async function registrationThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  const isPerson = 'personId' in subject;
  const concerned = isPerson
    ? rowsAbout(subject.personId, { personId: sql`r.person_id`, email: sql`r.email`, name: sql`r.name` })
    : sql`r.organization_id = ${subject.organizationId}::uuid`;
  const rows = sql`registrations r join registration_pools p on p.hub_id = r.hub_id and p.id = r.pool_id
    join agenda_events e on e.hub_id = p.hub_id and e.id = p.event_id
    left join agenda_occurrences o on o.hub_id = p.hub_id and o.id = p.occurrence_id
    where r.forgotten_at is null and ${concerned}`;
  const common = {
    title: isPerson ? sql`e.title` : sql`e.title || ' : ' || r.name`,
    day: sql`o.starts_on`,
    href: sql`'/gestion/agenda/' || e.id || '/inscriptions/' || r.id`,
  };
  return threadEntries(ctx.db, [
    {
      ...common,
      kind: 'Inscription',
      at: sql`r.created_at`,
      detail: sql`case r.state when 'confirmed' then 'confirmée' when 'waiting' then 'en liste d’attente' when 'offered' then 'place proposée'
        when 'cancelled' then 'annulée' else 'place déclinée' end`,
      from: rows,
    },
    {
      ...common,
      kind: 'Présence',
      at: sql`r.attendance_at`,
      detail: sql`case r.attendance when 'present' then 'présente' when 'absent' then 'absente' else 'excusée' end`,
      from: sql`${rows} and r.attendance is not null`,
    },
  ]);
}
