import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Which lines of the trail are wanted; an absent filter takes all. */
export interface AuditFilters {
  /** Part of the name of who did it. */
  person?: string;
  subjectKind?: string;
  subjectId?: string;
  from?: Temporal.Instant;
  /** Excluded. */
  until?: Temporal.Instant;
}

/** One act, as the trail kept it. */
export interface AuditEntry {
  id: string;
  at: Temporal.Instant;
  actorId: string | null;
  actorName: string;
  behalfOfId: string | null;
  command: string;
  subjectKind: string;
  subjectId: string | null;
  summary: string;
}

interface Row extends Record<string, unknown> {
  id: string;
  at_ms: string;
  actor_id: string | null;
  actor_name: string;
  behalf_of_id: string | null;
  command: string;
  subject_kind: string;
  subject_id: string | null;
  summary: string;
}

/** Lines of the trail, newest first, and how many there are in all. */
export async function readAuditTrail(
  db: Reader,
  filters: AuditFilters,
  range: { limit: number; offset: number },
): Promise<{ entries: AuditEntry[]; total: number }> {
  const wanted = conditionOf(filters);
  const [list, counted] = await Promise.all([
    db.execute<Row>(sql`select id, extract(epoch from at) * 1000 as at_ms, actor_id, actor_name, behalf_of_id, command, subject_kind, subject_id, summary
      from audit_entries where ${wanted} order by at desc, id desc limit ${range.limit} offset ${range.offset}`),
    db.execute<{ total: string }>(sql`select count(*) as total from audit_entries where ${wanted}`),
  ]);
  return { entries: list.rows.map(entryOf), total: Number(counted.rows[0]?.total ?? 0) };
}

/** The kinds of subject the trail speaks of. */
export async function auditedKinds(db: Reader): Promise<string[]> {
  const { rows } = await db.execute<{ kind: string }>(
    sql`select distinct subject_kind as kind from audit_entries order by 1`,
  );
  return rows.map((row) => row.kind);
}

function conditionOf({ person, subjectKind, subjectId, from, until }: AuditFilters): SQL {
  const parts = [sql`true`];
  if (person)
    parts.push(sql`essaim_fold(actor_name) like '%' || essaim_fold(${person.replaceAll(/[\\%_]/g, '\\$&')}) || '%'`);
  if (subjectKind) parts.push(sql`subject_kind = ${subjectKind}`);
  if (subjectId) parts.push(sql`subject_id = ${subjectId}::uuid`);
  if (from) parts.push(sql`at >= ${from.toString()}`);
  if (until) parts.push(sql`at < ${until.toString()}`);
  return sql.join(parts, sql` and `);
}

function entryOf(row: Row): AuditEntry {
  return {
    id: row.id,
    at: Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(row.at_ms))),
    actorId: row.actor_id,
    actorName: row.actor_name,
    behalfOfId: row.behalf_of_id,
    command: row.command,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    summary: row.summary,
  };
}
