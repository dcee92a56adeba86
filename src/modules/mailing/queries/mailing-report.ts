import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { DeliveryBasis, DeliveryState } from '../domain/delivery-states.ts';

/** Where the copies of a mailing are. */
export interface MailingReport {
  planned: number;
  /** Settled one way or the other. */
  settled: number;
  counts: Readonly<Partial<Record<DeliveryState, number>>>;
  /** Why copies did not leave, the most frequent first. */
  reasons: { state: DeliveryState; reason: string; count: number }[];
  unsubscribed: number;
  /** What readers answered by mail. */
  replies: number;
}

export async function mailingReport(db: Reader, mailingId: string): Promise<MailingReport> {
  const { rows } = await db.execute<{
    state: DeliveryState;
    reason: string | null;
    count: number;
    unsubscribed: number;
  }>(sql`select state, reason, count(*)::int as count, count(unsubscribed_at)::int as unsubscribed
    from mailing_deliveries where mailing_id = ${mailingId}::uuid group by state, reason order by count(*) desc`);
  const replied = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from mailing_replies where mailing_id = ${mailingId}::uuid`,
  );
  const counts: Partial<Record<DeliveryState, number>> = {};
  for (const row of rows) counts[row.state] = (counts[row.state] ?? 0) + row.count;
  const planned = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    planned,
    settled: planned - (counts.waiting ?? 0) - (counts.sending ?? 0) - (counts.postponed ?? 0),
    counts,
    reasons: rows.flatMap(({ state, reason, count }) =>
      reason !== null && state !== 'sent' ? [{ state, reason, count }] : [],
    ),
    unsubscribed: rows.reduce((sum, row) => sum + row.unsubscribed, 0),
    replies: replied.rows[0]?.count ?? 0,
  };
}

export interface CopyLine {
  id: string;
  address: string;
  name: string;
  personId: string | null;
  basis: DeliveryBasis;
  state: DeliveryState;
  reason: string | null;
  unsubscribed: boolean;
}

/** Copies of a mailing, those to look at first: uncertain, refused, then the others by address. */
export async function copyLines(
  db: Reader,
  mailingId: string,
  { states, limit, after }: { states?: readonly DeliveryState[]; limit: number; after?: string },
): Promise<CopyLine[]> {
  const { rows } = await db.execute<CopyLine & Record<string, unknown>>(sql`
    select id, address, name, person_id as "personId", basis, state, reason, unsubscribed_at is not null as unsubscribed
    from mailing_deliveries where mailing_id = ${mailingId}::uuid
      and ${states ? sql`state = any (${sql.param([...states])}::text[])` : sql`true`}
      and ${after === undefined ? sql`true` : sql`address > ${after}`}
    order by address limit ${limit}`);
  return rows;
}
