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
  const entryId = await addEntry(work, charge.id, { kind: 'payment', ...received });
  await settleCharge(work, charge);
  return entryId;
}
