import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { Rhythm } from '../../domain/rhythms.ts';
import type { SubscriptionState } from '../../domain/subscription.ts';
import { mailingDeliveries, mailings, newsletterSubscribers, subscriptionConsents } from '../../tables.ts';

export type Subscriber = typeof newsletterSubscribers.$inferSelect;

export async function subscriberById(db: Reader, id: string): Promise<Subscriber | null> {
  const [row] = await db.select().from(newsletterSubscribers).where(eq(newsletterSubscribers.id, id));
  return row ?? null;
}

/** What she asked, agreed to and changed, the latest first. */
export function consentsOf(db: Reader, subscriberId: string): Promise<(typeof subscriptionConsents.$inferSelect)[]> {
  return db
    .select()
    .from(subscriptionConsents)
    .where(eq(subscriptionConsents.subscriberId, subscriberId))
    .orderBy(desc(subscriptionConsents.at), desc(subscriptionConsents.id))
    .limit(50);
}

export interface ReceivedMailing {
  title: string;
  /** In the archive, when it is there. */
  slug: string | null;
  at: Temporal.Instant | null;
}

/** The latest mailings that reached an address. */
export async function receivedBy(db: Reader, address: string, limit: number): Promise<ReceivedMailing[]> {
  const rows = await db
    .select({
      title: mailings.title,
      slug: mailings.slug,
      isArchived: mailings.isArchived,
      at: mailingDeliveries.claimedAt,
    })
    .from(mailingDeliveries)
    .innerJoin(mailings, and(eq(mailings.hubId, mailingDeliveries.hubId), eq(mailings.id, mailingDeliveries.mailingId)))
    .where(and(eq(mailingDeliveries.address, address), inArray(mailingDeliveries.state, ['sent', 'uncertain'])))
    .orderBy(desc(mailingDeliveries.claimedAt))
    .limit(limit);
  return rows.map(({ isArchived, ...row }) => ({ ...row, slug: isArchived ? row.slug : null }));
}

export interface SubscriberFilters {
  state: SubscriptionState | null;
  subject: string | null;
  rhythm: Rhythm | null;
  /** Letters of the address or the name. */
  words: string;
}

/** Subscriptions that answer the filters, by address. */
export async function subscriberList(
  db: Reader,
  filters: SubscriberFilters,
  now: Temporal.Instant,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ rows: Subscriber[]; count: number }> {
  const where = conditionsOf(filters, now);
  const rows = await db
    .select()
    .from(newsletterSubscribers)
    .where(where)
    .orderBy(asc(newsletterSubscribers.address))
    .limit(limit)
    .offset(offset);
  const [total] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(newsletterSubscribers)
    .where(where);
  return { rows, count: total?.count ?? 0 };
}

function conditionsOf({ state, subject, rhythm, words }: SubscriberFilters, now: Temporal.Instant): SQL | undefined {
  const at = sql`${now.toString()}::timestamptz`;
  const letters = `%${words
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  const states: Record<SubscriptionState, SQL> = {
    active: sql`confirmed_at is not null and ended_at is null and (paused_until is null or paused_until <= ${at})`,
    paused: sql`confirmed_at is not null and ended_at is null and paused_until > ${at}`,
    unconfirmed: sql`confirmed_at is null and ended_at is null`,
    ended: sql`ended_at is not null`,
  };
  return and(
    state ? states[state] : undefined,
    subject ? sql`${subject} = any (subjects)` : undefined,
    rhythm ? eq(newsletterSubscribers.rhythm, rhythm) : undefined,
    words.trim() ? sql`(address like ${letters} or lower(name) like ${letters})` : undefined,
  );
}

/** How many receive something today, by subject and by rhythm. */
export async function subscriberCounts(db: Reader): Promise<{ readers: number; bySubject: Map<string, number> }> {
  const living = sql`confirmed_at is not null and ended_at is null`;
  const { rows } = await db.execute<{ subject: string | null; count: number }>(sql`
    select null as subject, count(*)::int as count from newsletter_subscribers where ${living}
    union all
    select subject, count(*)::int from newsletter_subscribers, unnest(subjects) subject where ${living} group by subject`);
  return {
    readers: rows.find(({ subject }) => subject === null)?.count ?? 0,
    bySubject: new Map(rows.flatMap(({ subject, count }) => (subject === null ? [] : [[subject, count] as const]))),
  };
}
