import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { IncomingState } from '../domain/incoming.ts';
import { incomingPayments, incomingPaymentShares, type IncomingRow } from '../tables.ts';

export type { IncomingRow } from '../tables.ts';

const mostShown = 100;

export async function incomingList(db: Reader, state: IncomingState): Promise<IncomingRow[]> {
  return db
    .select()
    .from(incomingPayments)
    .where(eq(incomingPayments.state, state))
    .orderBy(desc(incomingPayments.receivedOn), desc(incomingPayments.id))
    .limit(mostShown);
}

export async function incomingOf(db: Reader, id: string): Promise<IncomingRow | null> {
  const [row] = await db.select().from(incomingPayments).where(eq(incomingPayments.id, id));
  return row ?? null;
}

/** How many wait, and since when. */
export async function incomingCounts(
  db: Reader,
): Promise<{ waiting: number; matched: number; aside: number; since: Temporal.Instant | null }> {
  const { rows } = await db.execute<{ waiting: number; matched: number; aside: number; since: string | null }>(sql`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'matched')::int as matched,
      count(*) filter (where state = 'aside')::int as aside,
      to_json(min(created_at) filter (where state = 'waiting')) #>> '{}' as since from incoming_payments`);
  const [row] = rows;
  return {
    waiting: row?.waiting ?? 0,
    matched: row?.matched ?? 0,
    aside: row?.aside ?? 0,
    since: row?.since ? Temporal.Instant.from(row.since) : null,
  };
}

/** For whom each of these paid: charge and sum. */
export async function sharesOfIncoming(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { chargeId: string; amount: number; name: string }[]>> {
  const found = new Map<string, { chargeId: string; amount: number; name: string }[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({
      incomingId: incomingPaymentShares.incomingId,
      chargeId: incomingPaymentShares.chargeId,
      amount: incomingPaymentShares.amount,
      name: sql<string>`(select c.payer_name from charges c where c.hub_id = incoming_payment_shares.hub_id
        and c.id = incoming_payment_shares.charge_id)`,
    })
    .from(incomingPaymentShares)
    .where(and(inArray(incomingPaymentShares.incomingId, [...ids])));
  for (const { incomingId, ...share } of rows) found.set(incomingId, [...(found.get(incomingId) ?? []), share]);
  return found;
}
