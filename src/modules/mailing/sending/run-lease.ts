import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** How long the other processes leave a mailing to the one that sends it, without hearing of it. */
export const leaseSeconds = 45;

type Work = Pick<Context, 'db' | 'clock' | 'newId'>;

/**
 * Takes the sending of a mailing for this process; null when it is not to be sent now, or another one sends it. Copies
 * found on their way were left there by a process that died: nobody knows whether they arrived, so they are told as
 * uncertain and never sent again.
 */
export async function takeLease(ctx: Work, mailingId: string): Promise<string | null> {
  const lease = ctx.newId();
  const now = ctx.clock.now();
  const { rowCount } = await ctx.db.execute(sql`update mailings
    set lease_id = ${lease}::uuid, lease_until = ${now.add({ seconds: leaseSeconds }).toString()}
    where id = ${mailingId}::uuid and state = 'sending' and (lease_until is null or lease_until <= ${now.toString()})`);
  if (rowCount !== 1) return null;
  await ctx.db.execute(sql`update mailing_deliveries set state = 'uncertain', settled_at = ${now.toString()}
    where mailing_id = ${mailingId}::uuid and state = 'sending'`);
  return lease;
}

/** Tells that this process still sends; false when it lost the mailing. */
export async function renewLease(ctx: Work, mailingId: string, lease: string): Promise<boolean> {
  const until = ctx.clock.now().add({ seconds: leaseSeconds }).toString();
  const { rowCount } = await ctx.db.execute(sql`update mailings set lease_until = ${until}
    where id = ${mailingId}::uuid and lease_id = ${lease}::uuid`);
  return rowCount === 1;
}

/** Lets the mailing go, once nothing of it is on its way from here. */
export async function leaveLease(ctx: Work, mailingId: string, lease: string): Promise<void> {
  await ctx.db.execute(sql`update mailings set lease_id = null, lease_until = null
    where id = ${mailingId}::uuid and lease_id = ${lease}::uuid`);
}
