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

/** What came of claiming: copies, some of them perhaps skipped; none that may leave now; or the mailing is not ours. */
export type Claim =
  | { outcome: 'some'; copies: readonly ClaimedCopy[] }
  | { outcome: 'nothing' }
  | { outcome: 'stopped' };

export interface ClaimAsked {
  mailingId: string;
  lease: string;
  /** How many copies at most. */
  most: number;
  /** Domains that must wait at this moment; null when domains have no pace, and one may be written to many times at once. */
  closedDomains: readonly string[] | null;
  /** Copies that the mail server took since the last time: told in the same breath, before others are claimed. */
  sent: readonly string[];
}

interface ClaimRow extends Record<string, unknown> {
  outcome: 'claimed' | 'skipped' | 'nothing' | 'stopped';
  delivery_id: string;
  address: string;
  domain: string;
  name: string;
  basis: DeliveryBasis;
  subscriber_id: string | null;
  item_ids: string[] | null;
  attempts: number;
}

/** Takes the next copies, in one transaction of its own; the rules are in `essaim_claim_deliveries`. */
export async function claimCopies(
  ctx: Pick<Context, 'db' | 'clock'>,
  { mailingId, lease, most, closedDomains, sent }: ClaimAsked,
): Promise<Claim> {
  const { rows } = await ctx.db.execute<ClaimRow>(sql`select * from essaim_claim_deliveries(
    ${mailingId}::uuid, ${lease}::uuid, ${ctx.clock.now().toString()}::timestamptz,
    ${sql.param([...(closedDomains ?? [])])}::text[], ${closedDomains !== null}, ${most}::int, ${sql.param([...sent])}::uuid[])`);
  const outcome = rows[0]?.outcome ?? 'nothing';
  if (outcome === 'nothing' || outcome === 'stopped') return { outcome };
  return { outcome: 'some', copies: rows.filter((row) => row.outcome === 'claimed').map(copyOf) };
}

const copyOf = (row: ClaimRow): ClaimedCopy => ({
  id: row.delivery_id,
  address: row.address,
  domain: row.domain,
  name: row.name,
  basis: row.basis,
  subscriberId: row.subscriber_id,
  itemIds: row.item_ids,
  attempts: row.attempts,
});
