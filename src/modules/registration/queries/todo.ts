import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { paths } from '../paths.ts';
import { mayKeepRegistrations } from '../policy.ts';

const soon = 7;

interface Row extends Record<string, unknown> {
  event_id: string;
  title: string;
  starts_on: string;
  capacity: number | null;
  fewest: number | null;
  seated: number;
  waiting: number;
  unreachable: number;
}

/** What registrations ask of the team: too few near a date, people to call about a seat, people who wait before free seats. */
export async function registrationTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepRegistrations(ctx.actor)) return [];
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const { rows } = await ctx.db.execute<Row>(sql`
    select e.id as event_id, e.title, min(o.starts_on)::text as starts_on, f.capacity, f.fewest,
      (select count(*)::int from registrations r where r.hub_id = p.hub_id and r.pool_id = p.id
        and r.state in ('confirmed', 'offered')) as seated,
      (select count(*)::int from registrations r where r.hub_id = p.hub_id and r.pool_id = p.id
        and r.state = 'waiting') as waiting,
      (select count(*)::int from registrations r join registration_bookings b on b.hub_id = r.hub_id and b.id = r.booking_id
        where r.hub_id = p.hub_id and r.pool_id = p.id and r.state = 'offered' and r.email is null and b.email is null) as unreachable
    from registration_offers f
      join agenda_events e on e.hub_id = f.hub_id and e.id = f.event_id and e.status = 'published' and e.trashed_at is null
      join agenda_occurrences o on o.hub_id = e.hub_id and o.event_id = e.id and not o.is_cancelled and not o.is_leftover
        and o.starts_on between ${today.toString()}::date and ${today.add({ months: 3 }).toString()}::date
      left join registration_pools p on p.hub_id = f.hub_id and p.event_id = f.event_id
        and (p.occurrence_id is null or p.occurrence_id = o.id)
    where f.is_open and e.state not in ('cancelled', 'postponed')
    group by e.id, e.title, f.capacity, f.fewest, p.hub_id, p.id, case when f.scope = 'each' then o.id end
    order by 3 limit 200`);
  return rows.flatMap((row) => entriesOf(row, today));
}

function entriesOf(row: Row, today: Temporal.PlainDate): TodoEntry[] {
  const { event_id: id, title, seated, waiting, capacity, fewest, unreachable } = row;
  const day = Temporal.PlainDate.from(row.starts_on);
  const on = formatDate(day, { weekday: true, year: false });
  const entry = (what: string, label: string, path: string): TodoEntry => ({
    group: 'waiting',
    title: what,
    detail: `${title} · ${on}`,
    action: { label, path },
    since: null,
    hue: 'sun',
  });
  const entries: TodoEntry[] = [];
  const waitingPath = `${paths.office(id)}?etat=attente`;
  if (unreachable > 0)
    entries.push(
      entry(`Appeler : une place proposée à ${plural(unreachable, 'personne')} sans e-mail`, 'Appeler', waitingPath),
    );
  if (waiting > 0 && (capacity === null || seated < capacity))
    entries.push(entry(`${plural(waiting, 'personne')} en attente, des places libres`, 'Regarder', waitingPath));
  if (fewest !== null && seated < fewest && today.until(day).days <= soon)
    entries.push({
      ...entry(
        `${plural(seated, 'personne inscrite', 'personnes inscrites')} sur ${fewest} espérées`,
        'Regarder',
        paths.office(id),
      ),
      group: 'can-wait',
    });
  return entries;
}
