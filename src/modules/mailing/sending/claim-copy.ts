import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { DeliveryBasis } from '../domain/delivery-states.ts';

/** A copy this process may now hand to the mail server. */
export interface ClaimedCopy {
  id: string;
  address: string;
  domain: string;
  name: string;
  basis: DeliveryBasis;
  subscriberId: string | null;
  /** The informations it holds, those already heard left out; null for a letter without any. */
  itemIds: string[] | null;
  attempts: number;
}

export type Claim =
  | { outcome: 'claimed'; copy: ClaimedCopy }
  | { outcome: 'skipped' }
  | { outcome: 'nothing' }
  | { outcome: 'stopped' };

interface ClaimRow extends Record<string, unknown> {
  outcome: Claim['outcome'];
  delivery_id: string;
  address: string;
  domain: string;
  name: string;
  basis: DeliveryBasis;
  subscriber_id: string | null;
  item_ids: string[] | null;
  attempts: number;
}

/** Takes the next copy, in one transaction of its own; the rules are in `essaim_claim_delivery`. */
export async function claimCopy(
  ctx: Pick<Context, 'db' | 'clock'>,
  mailingId: string,
  lease: string,
  closedDomains: readonly string[],
): Promise<Claim> {
  const { rows } = await ctx.db.execute<ClaimRow>(sql`select * from essaim_claim_delivery(
    ${mailingId}::uuid, ${lease}::uuid, ${ctx.clock.now().toString()}::timestamptz, ${sql.param([...closedDomains])}::text[])`);
  const row = rows[0];
  if (!row) throw new Error('a claim answers one row');
  if (row.outcome !== 'claimed') return { outcome: row.outcome };
  return {
    outcome: 'claimed',
    copy: {
      id: row.delivery_id,
      address: row.address,
      domain: row.domain,
      name: row.name,
      basis: row.basis,
      subscriberId: row.subscriber_id,
      itemIds: row.item_ids,
      attempts: row.attempts,
    },
  };
}
