import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { Rhythm } from '../../domain/rhythms.ts';
import { newsletterSubscribers, subscriptionConsents } from '../../tables.ts';

export type StoredSubscriber = typeof newsletterSubscribers.$inferSelect;

/** The subscription of this id, held until the end of the transaction. */
export async function lockSubscriber(work: CommandContext, id: string): Promise<StoredSubscriber | null> {
  const [row] = await work.db
    .select()
    .from(newsletterSubscribers)
    .where(eq(newsletterSubscribers.id, id))
    .for('update');
  return row ?? null;
}

/** The one of this address, written first when there was none. */
export async function subscriberOf(
  work: CommandContext,
  address: string,
  rhythm: Rhythm,
): Promise<{ row: StoredSubscriber; isNew: boolean }> {
  const { rowCount } = await work.db
    .insert(newsletterSubscribers)
    .values({ id: work.newId(), address, rhythm, askedAt: work.now() })
    .onConflictDoNothing();
  const [row] = await work.db
    .select()
    .from(newsletterSubscribers)
    .where(eq(newsletterSubscribers.address, address))
    .for('update');
  if (!row) throw new Error('a subscription just written is there');
  return { row, isNew: rowCount === 1 };
}

/** Keeps what was asked or agreed to, with its words. */
export async function noteConsent(
  work: CommandContext,
  subscriberId: string,
  consent: Omit<typeof subscriptionConsents.$inferInsert, 'id' | 'subscriberId' | 'at' | 'hubId'>,
): Promise<void> {
  await work.db.insert(subscriptionConsents).values({ ...consent, id: work.newId(), subscriberId, at: work.now() });
}

/** She asked to hear of the hub, by a link only her mailbox holds: what kept us from writing to her is over. */
export async function liftSuppression(work: CommandContext, address: string): Promise<void> {
  await work.db.execute(sql`delete from mail_suppressions where print = essaim_mail_print(${address})`);
}

/** The person whose address it is, when one and only one has it. */
export async function personOfAddress(work: CommandContext, address: string): Promise<string | null> {
  const { rows } = await work.db.execute<{ id: string }>(sql`select distinct c.person_id as id from contact_points c
    join persons p on p.id = c.person_id
    where c.kind = 'email' and c.normalised = ${address} and p.merged_into is null and p.erased_at is null limit 2`);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** Takes out of the copies that wait what she does not wish to hear of any more. */
export async function forgetUnwanted(
  work: CommandContext,
  subscriberId: string,
  subjects: readonly string[],
): Promise<void> {
  await work.db.execute(sql`update mailing_deliveries d set item_ids = coalesce(left_over.ids, '{}')
    from (select x.id, array_agg(i.id order by i.position) filter (where i.subject = any (${sql.param([...subjects])}::text[])) as ids
      from mailing_deliveries x join mailing_items i on i.mailing_id = x.mailing_id and i.id = any (x.item_ids)
      where x.subscriber_id = ${subscriberId}::uuid and x.state in ('waiting', 'postponed') group by x.id) left_over
    where d.id = left_over.id`);
}
