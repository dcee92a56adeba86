import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { leftToPay } from '../domain/ledger.ts';
import type { Way } from '../domain/ways.ts';
import { addEntry } from './saving/add-entry.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { settleCharge } from './saving/settle-charge.ts';

/** Money that came for a charge, in cents. */
export interface Received {
  chargeId: string;
  way: Way;
  amount: number;
  receivedOn: Temporal.PlainDate;
  number?: string;
  bank?: string;
  note?: string;
  /** Of HelloAsso: a payment is received once. */
  providerPaymentId?: number;
}

/**
 * Adds money to the ledger of a charge, in the transaction of the act of another module that recognised it. Null when the
 * charge is unknown, or owes less than that.
 */
export async function addReceived(work: CommandContext, { chargeId, ...received }: Received): Promise<string | null> {
  const charge = await lockCharge(work, chargeId);
  if (!charge || received.amount <= 0 || received.amount > leftToPay(charge)) return null;
  // A match taken back leaves its line: the number of the provider stays there, and the note tells it here.
  const isKnown = received.providerPaymentId !== undefined && (await wasTakenBack(work, received.providerPaymentId));
  const { providerPaymentId: _known, ...others } = received;
  const entryId = await addEntry(work, charge.id, { kind: 'payment', ...(isKnown ? others : received) });
  await settleCharge(work, charge);
  return entryId;
}

async function wasTakenBack(work: CommandContext, providerPaymentId: number): Promise<boolean> {
  const { rows } = await work.db.execute(sql`select 1 from payment_entries e
    join payment_entries r on r.hub_id = e.hub_id and r.reverses_id = e.id
    where e.kind = 'payment' and e.provider_payment_id = ${providerPaymentId}`);
  return rows.length > 0;
}
