import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { DeliveryBasis } from '../../domain/delivery-states.ts';

/** One copy to send. */
export interface CopyToPlan {
  address: string;
  name: string;
  personId: string | null;
  subscriberId: string | null;
  basis: DeliveryBasis;
  /** The mailing_items this reader is to receive; all when left out. */
  itemIds?: readonly string[];
}

const atOnce = 2_000;

/** Writes the copies of a mailing, one an address; those already planned stay as they are. Gives how many were added. */
export async function planCopies(
  work: Pick<CommandContext, 'db' | 'newId' | 'now'>,
  mailingId: string,
  copies: readonly CopyToPlan[],
): Promise<number> {
  let added = 0;
  for (let from = 0; from < copies.length; from += atOnce) {
    const rows = copies.slice(from, from + atOnce).map((copy) => ({
      id: work.newId(),
      address: copy.address.toLowerCase(),
      name: copy.name,
      person_id: copy.personId,
      subscriber_id: copy.subscriberId,
      basis: copy.basis,
      item_ids: copy.itemIds ?? null,
    }));
    const { rowCount } = await work.db.execute(sql`
      insert into mailing_deliveries (id, mailing_id, address, name, person_id, subscriber_id, basis, item_ids, next_at)
      select id, ${mailingId}::uuid, address, name, person_id, subscriber_id, basis, item_ids, ${work.now().toString()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
        (id uuid, address text, name text, person_id uuid, subscriber_id uuid, basis text, item_ids uuid[])
      on conflict do nothing`);
    added += rowCount ?? 0;
  }
  return added;
}
