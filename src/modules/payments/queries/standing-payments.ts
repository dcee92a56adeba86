import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { Way } from '../domain/ways.ts';

/** Money received for a charge that no line took back; in cents. */
export interface StandingPayment {
  readonly entryId: string;
  readonly way: Way;
  readonly amount: number;
  readonly receivedOn: Temporal.PlainDate;
  readonly number: string;
  /** Paid on the payment page of the site: only the provider says that it went back. */
  readonly isReadOnline: boolean;
}

type Raw = Omit<StandingPayment, 'receivedOn'> & { receivedOn: string };

/** What stands of what was received for a charge, the oldest first. */
export async function standingPayments(db: Reader, chargeId: string): Promise<StandingPayment[]> {
  const { rows } = await db.execute<Raw>(sql`
    select e.id as "entryId", e.way, e.amount, e.received_on::text as "receivedOn", e.number,
      e.checkout_id is not null as "isReadOnline"
    from payment_entries e where e.charge_id = ${chargeId}::uuid and e.kind = 'payment'
      and not exists (select from payment_entries r where r.hub_id = e.hub_id and r.reverses_id = e.id)
    order by e.position`);
  return rows.map((row) => ({ ...row, receivedOn: Temporal.PlainDate.from(row.receivedOn) }));
}
