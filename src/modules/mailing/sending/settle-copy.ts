import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { inTransaction, type Transaction } from '#platform/db/database.ts';
import type { Delivery } from '#platform/mail/mail-carrier.ts';
import { nextTry, troubleOf } from '../domain/retries.ts';
import { keepBounce } from './keep-bounce.ts';

type Work = Pick<Context, 'db' | 'clock' | 'newId'>;

/** Writes what became of a copy that the mail server did not take. Gives `server` when nobody answered: the whole mailing had better wait. */
export async function settleCopy(
  ctx: Work,
  copy: { id: string; address: string; attempts: number },
  delivery: Exclude<Delivery, { result: 'sent' }>,
): Promise<'settled' | 'server'> {
  if (delivery.result === 'uncertain') {
    await ctx.db.execute(sql`update mailing_deliveries
      set state = 'uncertain', reason = null, settled_at = ${ctx.clock.now().toString()}
      where id = ${copy.id}::uuid and state in ('sending', 'uncertain')`);
    return 'settled';
  }
  if (delivery.result === 'kept') {
    await inTransaction(ctx.db, (tx) => giveUp(tx, ctx, copy, 'noServer'));
    return 'settled';
  }
  const trouble = troubleOf(delivery.result, delivery.code);
  const code = delivery.code ?? '';
  await inTransaction(ctx.db, async (tx) => {
    if (trouble === 'message') return giveUp(tx, ctx, copy, code || 'message');
    if (trouble === 'hard') {
      await giveUp(tx, ctx, copy, 'hard');
      return keepBounce({ ...ctx, db: tx }, { ...copy, deliveryId: copy.id, kind: 'hard', code, source: 'smtp' });
    }
    const now = ctx.clock.now();
    const again = trouble === 'server' ? now.add({ minutes: 2 }) : await whenAgain(tx, copy, now);
    if (again) return postpone(tx, copy.id, again, code || 'server');
    await giveUp(tx, ctx, copy, 'soft');
    return keepBounce({ ...ctx, db: tx }, { ...copy, deliveryId: copy.id, kind: 'soft', code, source: 'smtp' });
  });
  return trouble === 'server' ? 'server' : 'settled';
}

async function whenAgain(
  tx: Transaction,
  copy: { id: string; attempts: number },
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { rows } = await tx.execute<{ at: string }>(
    sql`select to_json(first_claimed_at) as at from mailing_deliveries where id = ${copy.id}::uuid`,
  );
  return nextTry(rows[0] ? Temporal.Instant.from(rows[0].at) : now, copy.attempts, now);
}

/** Nothing was accepted: she did not hear of it. */
async function giveUp(tx: Transaction, ctx: Work, copy: { id: string }, reason: string): Promise<void> {
  await tx.execute(sql`delete from heard_items where delivery_id = ${copy.id}::uuid`);
  await tx.execute(sql`update mailing_deliveries
    set state = 'refused', reason = ${reason}, settled_at = ${ctx.clock.now().toString()} where id = ${copy.id}::uuid`);
}

async function postpone(tx: Transaction, id: string, at: Temporal.Instant, reason: string): Promise<void> {
  await tx.execute(sql`update mailing_deliveries
    set state = 'postponed', reason = ${reason}, next_at = ${at.toString()} where id = ${id}::uuid`);
}
