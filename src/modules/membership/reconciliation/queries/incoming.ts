import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
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
): Promise<{ waiting: number; matched: number; aside: number; returned: number; since: Temporal.Instant | null }> {
  const { rows } = await db.execute<{
    waiting: number;
    matched: number;
    aside: number;
    returned: number;
    since: string | null;
  }>(sql`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'matched')::int as matched,
      count(*) filter (where state = 'aside')::int as aside,
      count(*) filter (where state = 'returned')::int as returned,
      to_json(min(created_at) filter (where state = 'waiting')) #>> '{}' as since from incoming_payments`);
  const [row] = rows;
  return {
    waiting: row?.waiting ?? 0,
    matched: row?.matched ?? 0,
    aside: row?.aside ?? 0,
    returned: row?.returned ?? 0,
    since: row?.since ? Temporal.Instant.from(row.since) : null,
  };
}

/** For whom a payment was: charge, sum, and whether the money went back since. */
export interface IncomingShare {
  readonly chargeId: string;
  readonly amount: number;
  readonly name: string;
  readonly isReversed: boolean;
}

/** For whom each of these paid. */
export async function sharesOfIncoming(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IncomingShare[]>> {
  const found = new Map<string, IncomingShare[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({
      incomingId: incomingPaymentShares.incomingId,
      chargeId: incomingPaymentShares.chargeId,
      amount: incomingPaymentShares.amount,
      name: sql<string>`(select c.payer_name from charges c where c.hub_id = incoming_payment_shares.hub_id
        and c.id = incoming_payment_shares.charge_id)`,
      isReversed: sql<boolean>`exists (select from payment_entries r where r.hub_id = incoming_payment_shares.hub_id
        and r.reverses_id = incoming_payment_shares.entry_id)`,
    })
    .from(incomingPaymentShares)
    .where(and(inArray(incomingPaymentShares.incomingId, [...ids])));
  for (const { incomingId, ...share } of rows) found.set(incomingId, [...(found.get(incomingId) ?? []), share]);
  return found;
}

/** What took back the lines that a payment wrote: by whom it was a mistake (`correction`), or the money itself went. */
export async function reversedShares(db: Reader, incomingId: string): Promise<{ chargeId: string; kind: string }[]> {
  const { rows } = await db.execute<{ chargeId: string; kind: string }>(sql`
    select s.charge_id as "chargeId", r.kind from incoming_payment_shares s
    join payment_entries r on r.hub_id = s.hub_id and r.reverses_id = s.entry_id
    where s.incoming_id = ${incomingId}::uuid`);
  return rows;
}

/** Those of these payments of HelloAsso that the box knows and that had not gone back. */
export async function knownOnline(db: Reader, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: incomingPayments.sourceKey })
    .from(incomingPayments)
    .where(
      and(
        eq(incomingPayments.source, 'helloasso'),
        ne(incomingPayments.state, 'returned'),
        inArray(incomingPayments.sourceKey, [...keys]),
      ),
    );
  return new Set(rows.map(({ key }) => key));
}
