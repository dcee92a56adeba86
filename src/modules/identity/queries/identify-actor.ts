import type { Actor, Role } from '#platform/context/context.ts';
import type { Database } from '#platform/db/database.ts';
import { absoluteLimit, idleLimit, seenPrecision } from '../domain/session-rules.ts';
import { staffRoles } from '../policy.ts';
import { cookieOf } from '../security/cookies.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** The session of a request. */
export interface CurrentSession {
  readonly id: string;
  readonly provedAt: Temporal.Instant;
  readonly secondFactorAt: Temporal.Instant | null;
  /** True when the hub asks a second factor of its staff and this session has none: its staff roles are held back. */
  readonly lacksSecondFactor: boolean;
}

interface Row extends Record<string, unknown> {
  session_id: string;
  account_id: string;
  person_id: string;
  name: string;
  over_https: boolean;
  last_seen_at: Date;
  proved_at: Date;
  second_factor_at: Date | null;
  acting_for: string | null;
  acting_for_name: string | null;
  roles: Role[];
}

// One statement a request, prepared once a connection. Row-level security keeps it in the hub.
const statement = `select s.id as session_id, s.account_id, p.id as person_id, p.display_name as name, s.over_https,
    s.last_seen_at, s.proved_at, s.second_factor_at, o.id as acting_for, o.display_name as acting_for_name,
    array(select r.role from person_roles r where r.hub_id = s.hub_id and r.person_id = p.id
      and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)) as roles
  from sessions s
  join accounts a on a.hub_id = s.hub_id and a.id = s.account_id
  join persons p on p.hub_id = s.hub_id and p.id = a.person_id
  left join persons o on o.hub_id = s.hub_id and o.id = s.acting_for and o.erased_at is null and o.merged_into is null
  where s.token_hash = $1 and s.stage = 'open' and s.last_seen_at > $3 and s.created_at > $4 and p.erased_at is null`;

/**
 * Who sends a request, from its session cookie: null for a visitor. Roles are read each time, so one taken away is gone
 * at the next request. Writes the moment of last use at most every ten minutes.
 */
export async function identifyActor(request: {
  db: Database;
  headers: Headers;
  now: Temporal.Instant;
  /** The hub asks a second factor of its staff. */
  staffNeedsSecondFactor?: boolean;
}): Promise<{ actor: Actor; session: CurrentSession } | null> {
  const cookie = cookieOf(request.headers);
  if (!cookie) return null;
  const { db, now } = request;
  const values = [hashSecret(cookie.token), now, now.subtract(idleLimit), now.subtract(absoluteLimit)].map(String);
  const { rows } = await db.$client.query({ name: 'identity-identify-actor', text: statement, values });
  const row = rows[0] as Row | undefined;
  // A session opened over https is only taken from the cookie that no other host can set.
  if (!row || (row.over_https && !cookie.isHostBound)) return null;
  await noteSeen(db, row, now);
  const lacksSecondFactor =
    request.staffNeedsSecondFactor === true &&
    row.second_factor_at === null &&
    row.roles.some((role) => isStaffRole(role));
  const roles = new Set(lacksSecondFactor ? row.roles.filter((role) => !isStaffRole(role)) : row.roles);
  return {
    actor: { personId: row.person_id, accountId: row.account_id, name: row.name, roles, ...actingFor(row, roles) },
    session: {
      id: row.session_id,
      provedAt: row.proved_at.toTemporalInstant(),
      secondFactorAt: row.second_factor_at?.toTemporalInstant() ?? null,
      lacksSecondFactor,
    },
  };
}

function actingFor(row: Row, roles: ReadonlySet<Role>): Pick<Actor, 'onBehalfOf'> {
  if (!row.acting_for || !row.acting_for_name || !roles.has('employee')) return {};
  return { onBehalfOf: { personId: row.acting_for, name: row.acting_for_name } };
}

async function noteSeen(db: Database, row: Row, now: Temporal.Instant): Promise<void> {
  if (row.last_seen_at.getTime() > now.subtract(seenPrecision).epochMilliseconds) return;
  await db.$client.query(`update sessions set last_seen_at = greatest(last_seen_at, $2) where id = $1`, [
    row.session_id,
    String(now),
  ]);
}

const isStaffRole = (role: Role) => (staffRoles as readonly Role[]).includes(role);
