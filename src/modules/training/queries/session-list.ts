import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { CourseFormat } from '../domain/course.ts';
import type { SessionState } from '../domain/session-states.ts';

/** A session in one line. */
export interface SessionLine {
  id: string;
  slug: string;
  courseId: string;
  courseTitle: string;
  courseSlug: string;
  state: SessionState;
  attendance: CourseFormat;
  eventId: string | null;
  isPrivate: boolean;
  city: string;
  insee: string | null;
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  decideOn: Temporal.PlainDate | null;
  enrolled: number;
  min: number;
  max: number;
  /** Half-days already begun whose attendance was not noted. */
  unnoted: number;
}

export interface SessionFilter {
  /** Not yet over that day. */
  from?: Temporal.PlainDate | undefined;
  /** Over before that day. */
  before?: Temporal.PlainDate | undefined;
  courseIds?: readonly string[] | undefined;
  /** Those that everyone may read. */
  publicOnly?: boolean | undefined;
  ids?: readonly string[] | undefined;
  /** Held by this person of the hub. */
  trainerPersonId?: string | undefined;
}

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  course_id: string;
  title: string;
  course_slug: string;
  state: SessionState;
  attendance: CourseFormat;
  event_id: string | null;
  is_private: boolean;
  city: string | null;
  insee: string | null;
  first: string;
  last: string;
  decide_on: string | null;
  enrolled: number;
  min_trainees: number;
  max_trainees: number;
  unnoted: number;
}

/** Sessions in the order of their first day, the latest first when only past ones are asked for. */
export async function sessionList(
  db: Reader,
  filter: SessionFilter,
  { limit, today }: { limit: number; today: Temporal.PlainDate },
): Promise<SessionLine[]> {
  const direction = filter.before ? sql`desc` : sql`asc`;
  const { rows } = await db.execute<Row>(sql`
    select s.id, s.slug, s.course_id, c.title, c.slug as course_slug, s.state, s.attendance, s.event_id, s.is_private,
      v.city, v.municipality_insee as insee, h.first::text, h.last::text, s.decide_on::text, s.min_trainees, s.max_trainees,
      h.unnoted::int,
      (select count(*)::int from training_trainees t where t.hub_id = s.hub_id and t.session_id = s.id and t.state = 'enrolled') as enrolled
    from training_sessions s
      join training_courses c on c.hub_id = s.hub_id and c.id = s.course_id
      cross join lateral (select min(d.held_on) as first, max(d.held_on) as last,
          count(*) filter (where d.noted_at is null and d.held_on < ${today.toString()}::date) as unnoted
        from training_half_days d where d.hub_id = s.hub_id and d.session_id = s.id) h
      left join venues v on v.hub_id = s.hub_id and v.id = s.venue_id
    where ${conditions(filter)} and h.first is not null
    order by h.first ${direction}, s.id limit ${limit}`);
  return rows.map(lineOf);
}

function conditions(filter: SessionFilter): SQL {
  const ids = (list: readonly string[]) => `{${list.join(',')}}`;
  const { from, before, courseIds, ids: wanted, trainerPersonId } = filter;
  const all: (SQL | false | undefined)[] = [
    sql`s.trashed_at is null`,
    from && sql`h.last >= ${from.toString()}::date`,
    before && sql`h.last < ${before.toString()}::date`,
    courseIds && sql`s.course_id = any (${ids(courseIds)}::uuid[])`,
    wanted && sql`s.id = any (${ids(wanted)}::uuid[])`,
    trainerPersonId !== undefined &&
      sql`exists (select from training_half_days d join training_trainers w on w.hub_id = d.hub_id and w.id = any (d.trainers)
        where d.hub_id = s.hub_id and d.session_id = s.id and w.person_id = ${trainerPersonId}::uuid)`,
    filter.publicOnly &&
      sql`s.state <> 'draft' and not s.is_private and c.status = 'published' and c.trashed_at is null`,
  ];
  return sql.join(all.filter(Boolean) as SQL[], sql` and `);
}

function lineOf(row: Row): SessionLine {
  return {
    id: row.id,
    slug: row.slug,
    courseId: row.course_id,
    courseTitle: row.title,
    courseSlug: row.course_slug,
    state: row.state,
    attendance: row.attendance,
    eventId: row.event_id,
    isPrivate: row.is_private,
    city: row.city ?? '',
    insee: row.insee,
    first: Temporal.PlainDate.from(row.first),
    last: Temporal.PlainDate.from(row.last),
    decideOn: row.decide_on === null ? null : Temporal.PlainDate.from(row.decide_on),
    enrolled: row.enrolled,
    min: row.min_trainees,
    max: row.max_trainees,
    unnoted: row.unnoted,
  };
}

/** Today where the hub is. */
export function todayIn({ clock, zone }: { clock: { now(): Temporal.Instant }; zone: string }): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO(zone).toPlainDate();
}
