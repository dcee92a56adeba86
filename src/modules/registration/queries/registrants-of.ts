import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { Answers } from '../domain/answers.ts';
import type { AttendanceMark, RegistrationState, StateReason } from '../domain/registration-states.ts';

/** One person registered, as lists, sheets, badges and other modules read her. */
export interface Registrant {
  id: string;
  version: number;
  bookingId: string;
  poolId: string;
  occurrenceId: string | null;
  /** Who registered her, and how. */
  bookerName: string;
  bookerEmail: string | null;
  channel: 'site' | 'staff';
  typedBy: string;
  position: number;
  name: string;
  email: string | null;
  phone: string;
  personId: string | null;
  organizationName: string;
  organizationId: string | null;
  municipality: string;
  municipalityInsee: string | null;
  seatKind: string;
  workshops: string[];
  priceKey: string;
  priceLabel: string;
  priceCents: number;
  answers: Answers;
  isMember: boolean;
  isNewcomer: boolean;
  state: RegistrationState;
  stateReason: StateReason;
  stateNote: string;
  stateAt: Temporal.Instant;
  arrival: number;
  offeredUntil: Temporal.Instant | null;
  attendance: AttendanceMark | null;
  attendanceAt: Temporal.Instant | null;
  code: string;
  createdAt: Temporal.Instant;
}

export interface RegistrantFilter {
  readonly eventId: string;
  /** Those of this date; those registered for all the dates are always there. */
  readonly occurrenceId?: string | undefined;
  readonly states?: readonly RegistrationState[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

type Row = Omit<Registrant, 'stateAt' | 'offeredUntil' | 'attendanceAt' | 'createdAt'> & {
  stateAt: string;
  offeredUntil: string | null;
  attendanceAt: string | null;
  createdAt: string;
};

/** Those registered to an event, by name, forgotten ones left out. */
export async function registrantsOf(db: Reader, filter: RegistrantFilter): Promise<Registrant[]> {
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    select r.id, r.version, r.booking_id as "bookingId", r.pool_id as "poolId", p.occurrence_id as "occurrenceId",
      b.name as "bookerName", b.email as "bookerEmail", b.channel, b.typed_by as "typedBy", r.position, r.name, r.email,
      r.phone, r.person_id as "personId", r.organization_name as "organizationName",
      r.organization_id as "organizationId", r.municipality, r.municipality_insee as "municipalityInsee",
      r.seat_kind as "seatKind", r.workshops, r.price_key as "priceKey", r.price_label as "priceLabel", r.price_cents as "priceCents",
      r.answers, r.is_member as "isMember", r.is_newcomer as "isNewcomer", r.state, r.state_reason as "stateReason",
      r.state_note as "stateNote", to_json(r.state_at) #>> '{}' as "stateAt", r.arrival,
      to_json(r.offered_until) #>> '{}' as "offeredUntil", r.attendance,
      to_json(r.attendance_at) #>> '{}' as "attendanceAt", r.code, to_json(r.created_at) #>> '{}' as "createdAt"
    from registrations r
      join registration_pools p on p.hub_id = r.hub_id and p.id = r.pool_id
      join registration_bookings b on b.hub_id = r.hub_id and b.id = r.booking_id
    where ${conditions(filter)} order by r.name_key, r.arrival, r.id`);
  return rows.map(({ stateAt, offeredUntil, attendanceAt, createdAt, ...row }) => ({
    ...row,
    stateAt: Temporal.Instant.from(stateAt),
    offeredUntil: offeredUntil === null ? null : Temporal.Instant.from(offeredUntil),
    attendanceAt: attendanceAt === null ? null : Temporal.Instant.from(attendanceAt),
    createdAt: Temporal.Instant.from(createdAt),
  }));
}

function conditions({ eventId, occurrenceId, states, ids }: RegistrantFilter): SQL {
  const list = (texts: readonly string[]) => `{${texts.join(',')}}`;
  const all: (SQL | undefined)[] = [
    sql`p.event_id = ${eventId}::uuid and r.forgotten_at is null`,
    occurrenceId === undefined ? undefined : sql`(p.occurrence_id is null or p.occurrence_id = ${occurrenceId}::uuid)`,
    states && sql`r.state = any (${list(states)}::text[])`,
    ids && sql`r.id = any (${list(ids)}::uuid[])`,
  ];
  return sql.join(
    all.filter((one) => one !== undefined),
    sql` and `,
  );
}
