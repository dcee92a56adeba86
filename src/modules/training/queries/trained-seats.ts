import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { TrainedSeat } from '../domain/figures.ts';
import type { TraineeStatus } from '../domain/trainee-statuses.ts';

interface Row extends Record<string, unknown> {
  trainee_id: string;
  person_id: string | null;
  name: string;
  name_key: string;
  email: string | null;
  phone: string | null;
  municipality: string;
  insee: string | null;
  organization: string;
  status: TraineeStatus;
  funder: string;
  session_id: string;
  course_id: string;
  title: string;
  first_day: string;
  minutes: number;
  trainers: string[] | null;
}

/** Everyone who was there, days included, with her minutes: the rows that every figure adds up and that prove it. */
export async function trainedSeats(
  db: Reader,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<TrainedSeat[]> {
  const { rows } = await db.execute<Row>(sql`
    select t.id as trainee_id, t.person_id, t.name, t.name_key, t.email, t.phone, t.municipality, t.municipality_insee as insee,
      coalesce(o.name, t.organization_name) as organization, t.status, coalesce(nullif(t.funder, ''), s.funder) as funder,
      s.id as session_id, c.id as course_id, c.title, min(h.held_on)::text as first_day, sum(a.minutes)::int as minutes,
      (select array_agg(distinct w) from training_half_days d, unnest(d.trainers) w
        where d.hub_id = s.hub_id and d.session_id = s.id and d.held_on between ${from.toString()}::date and ${to.toString()}::date)::text[] as trainers
    from training_attendances a
      join training_half_days h on h.hub_id = a.hub_id and h.id = a.half_day_id
      join training_trainees t on t.hub_id = a.hub_id and t.id = a.trainee_id
      join training_sessions s on s.hub_id = h.hub_id and s.id = h.session_id
      join training_courses c on c.hub_id = s.hub_id and c.id = s.course_id
      left join organizations o on o.hub_id = t.hub_id and o.id = t.organization_id
    where a.minutes > 0 and h.noted_at is not null and s.trashed_at is null and s.state = 'finished'
      and h.held_on between ${from.toString()}::date and ${to.toString()}::date
    group by t.hub_id, t.id, t.person_id, t.name, t.name_key, t.email, t.phone, t.municipality, t.municipality_insee,
      o.name, t.organization_name, t.status, t.funder, s.hub_id, s.id, s.funder, c.id, c.title
    order by first_day, t.name_key, t.id`);
  return rows.map((row) => ({
    traineeId: row.trainee_id,
    personId: row.person_id,
    name: row.name,
    nameKey: row.name_key,
    email: row.email,
    phone: row.phone,
    municipality: row.municipality,
    insee: row.insee,
    organization: row.organization,
    status: row.status,
    funder: row.funder,
    sessionId: row.session_id,
    courseId: row.course_id,
    courseTitle: row.title,
    firstDay: row.first_day,
    minutes: row.minutes,
    trainers: row.trainers ?? [],
  }));
}

/** Years in which someone was trained, the latest first. */
export async function trainedYears(db: Reader): Promise<number[]> {
  const { rows } = await db.execute<{ year: number }>(sql`select distinct extract(year from h.held_on)::int as year
    from training_half_days h join training_sessions s on s.hub_id = h.hub_id and s.id = h.session_id
    where s.state = 'finished' and s.trashed_at is null order by year desc`);
  return rows.map(({ year }) => year);
}
