import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { pauseDays, softBeforePause } from '../domain/retries.ts';
import type { SuppressionReason } from '../domain/suppressions.ts';

export interface Bounce {
  address: string;
  deliveryId: string | null;
  kind: 'hard' | 'soft' | 'complaint';
  code: string;
  source: 'smtp' | 'notice' | 'team';
}

type Work = Pick<Context, 'clock' | 'newId'> & { db: Reader };

/**
 * Writes a mail that came back or a complaint, once a copy. An address that does not exist, or whose reader complained,
 * is never written to again; one found busy three mailings in a row is left in peace for three months. False when it
 * was known.
 */
export async function keepBounce(work: Work, { address, deliveryId, kind, code, source }: Bounce): Promise<boolean> {
  const now = work.clock.now();
  const { rowCount } = await work.db
    .execute(sql`insert into mail_bounces (id, address, delivery_id, kind, code, source, at)
    values (${work.newId()}::uuid, ${address}, ${deliveryId}::uuid, ${kind}, ${code.slice(0, 20)}, ${source}, ${now.toString()})
    on conflict do nothing`);
  if (rowCount !== 1) return false;
  if (kind === 'hard') await suppress(work, { address, reason: 'bounced' });
  if (kind === 'complaint') await suppress(work, { address, reason: 'complained' });
  if (kind === 'soft' && (await isBusyAgainAndAgain(work, address)))
    await suppress(work, { address, reason: 'paused', until: now.add({ hours: 24 * pauseDays }) });
  return true;
}

/** Whether the last mailings to an address all found its server busy to the end. */
async function isBusyAgainAndAgain({ db }: Work, address: string): Promise<boolean> {
  const { rows } = await db.execute<{ busy: number }>(sql`
    select count(*) filter (where last.state = 'refused' and last.reason = 'soft')::int as busy from (
      select state, reason from mailing_deliveries
      where address = ${address} and state in ('sent', 'refused') order by settled_at desc limit ${softBeforePause}) last`);
  return (rows[0]?.busy ?? 0) >= softBeforePause;
}

/** Keeps an address from all mailings. What its reader wanted outlives what a server said, and a pause never shortens it. */
export async function suppress(
  work: Work,
  entry: {
    address: string;
    reason: SuppressionReason;
    until?: Temporal.Instant;
    note?: string;
    createdBy?: string;
  },
): Promise<void> {
  const address = entry.address.toLowerCase();
  await work.db.execute(sql`insert into mail_suppressions (print, address, reason, since, until, note, created_by)
    values (essaim_mail_print(${address}), ${address}, ${entry.reason}, ${work.clock.now().toString()},
      ${entry.until?.toString() ?? null}::timestamptz, ${entry.note ?? ''}, ${entry.createdBy ?? ''})
    on conflict (hub_id, print) do update set address = excluded.address,
      reason = case when mail_suppressions.until is null and excluded.until is not null then mail_suppressions.reason
        when mail_suppressions.reason in ('complained', 'unsubscribed', 'asked') and excluded.reason in ('bounced', 'paused')
        then mail_suppressions.reason else excluded.reason end,
      until = case when mail_suppressions.until is null then null else excluded.until end`);
}
