import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { ChargeState } from '../domain/charge-states.ts';
import { leftToPay, leftToReturn } from '../domain/ledger.ts';
import type { Way } from '../domain/ways.ts';
import { charges } from '../tables.ts';

/** A charge as other modules show it, in cents. */
export interface ChargeView {
  id: string;
  subjectId: string;
  label: string;
  amount: number;
  received: number;
  returned: number;
  left: number;
  /** Received, and owed to nobody any more. */
  toReturn: number;
  state: ChargeState;
  chosenWay: Way | null;
  dueOn: Temporal.PlainDate | null;
}

/** The charges of some subjects of one module, by subject, oldest first. */
export async function chargesOf(
  db: Reader,
  module: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChargeView[]>> {
  const found = new Map<string, ChargeView[]>();
  if (subjectIds.length === 0) return found;
  const rows = await db
    .select()
    .from(charges)
    .where(and(eq(charges.subjectModule, module), inArray(charges.subjectId, [...subjectIds])))
    .orderBy(asc(charges.createdAt), asc(charges.id));
  for (const row of rows) {
    const { id, subjectId, label, amount, received, returned, state, chosenWay, dueOn } = row;
    const left = leftToPay(row);
    const toReturn = leftToReturn({ ...row, isCancelled: row.cancelledAt !== null });
    const view = { id, subjectId, label, amount, received, returned, left, toReturn, state, chosenWay, dueOn };
    found.set(subjectId, [...(found.get(subjectId) ?? []), view]);
  }
  return found;
}
