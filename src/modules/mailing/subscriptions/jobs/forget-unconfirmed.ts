import { and, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { confirmDays, keptYearsAfterEnd } from '../../domain/subscription.ts';
import { newsletterSubscribers } from '../../tables.ts';

/** Forgets askings that nobody confirmed, subscriptions ended long ago, and to whom mailings went that long ago. */
export const forgetOldSubscriptions = command({
  name: 'mailing.forget-old-subscriptions',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const now = work.now();
    const unconfirmed = await work.db
      .delete(newsletterSubscribers)
      .where(
        and(
          isNull(newsletterSubscribers.confirmedAt),
          isNull(newsletterSubscribers.endedAt),
          lt(newsletterSubscribers.askedAt, now.subtract({ hours: 24 * confirmDays })),
        ),
      )
      .returning({ id: newsletterSubscribers.id });
    const long = now.toZonedDateTimeISO(work.zone).subtract({ years: keptYearsAfterEnd }).toInstant();
    const ended = await work.db
      .delete(newsletterSubscribers)
      .where(and(isNotNull(newsletterSubscribers.endedAt), lt(newsletterSubscribers.endedAt, long)))
      .returning({ id: newsletterSubscribers.id });
    // A quiet night leaves no line.
    const copies = await forgetAddresses(work, long);
    if (unconfirmed.length + ended.length + copies === 0) return refuse('nothing');
    work.record({
      subjectKind: 'subscriber',
      subjectId: null,
      summary: `${plural(unconfirmed.length, 'demande non confirmée oubliée', 'demandes non confirmées oubliées')}, ${plural(ended.length, 'abonnement ancien oublié', 'abonnements anciens oubliés')}, ${plural(copies, 'adresse ancienne oubliée', 'adresses anciennes oubliées')}`,
    });
    return accept({ unconfirmed: unconfirmed.length, ended: ended.length, copies });
  },
});

/**
 * Of mailings, bounces and letters of actors that old, what remains is how many there were. Of who wants to hear no more,
 * the print remains: it goes on keeping us from writing, and says nobody’s address.
 */
async function forgetAddresses({ db }: CommandContext, before: Temporal.Instant): Promise<number> {
  const at = sql`${before.toString()}::timestamptz`;
  await db.execute(sql`delete from heard_items where at < ${at}`);
  await db.execute(sql`delete from mail_bounces where at < ${at}`);
  await db.execute(sql`delete from mailing_replies where received_at < ${at}`);
  await db.execute(sql`update edition_contributions set author_name = '', address = ''
    where received_at < ${at} and (author_name <> '' or address <> '')`);
  await db.execute(sql`delete from edition_requests where asked_at < ${at}`);
  const copies = await db.execute(sql`update mailing_deliveries
    set address = 'copie-' || id || '@oublie.invalid', name = '', person_id = null, subscriber_id = null
    where coalesce(settled_at, next_at) < ${at} and domain <> 'oublie.invalid'`);
  const stopped = await db.execute(sql`update mail_suppressions set address = null, note = ''
    where since < ${at} and address is not null`);
  return (copies.rowCount ?? 0) + (stopped.rowCount ?? 0);
}

/** Each night. */
export const forgetUnconfirmedJob = job({
  name: 'mailing.forget-unconfirmed',
  lane: 'quick',
  retries: 2,
  payload: z.object({}),
  async run(ctx) {
    await execute({ ...ctx, actor: null }, forgetOldSubscriptions, {});
  },
});
