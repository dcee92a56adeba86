import { and, isNotNull, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { confirmDays, keptYearsAfterEnd } from '../../domain/subscription.ts';
import { newsletterSubscribers } from '../../tables.ts';

/** Forgets askings that nobody confirmed, and subscriptions ended long ago. */
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
    if (unconfirmed.length + ended.length === 0) return refuse('nothing');
    work.record({
      subjectKind: 'subscriber',
      subjectId: null,
      summary: `${plural(unconfirmed.length, 'demande non confirmée oubliée', 'demandes non confirmées oubliées')}, ${plural(ended.length, 'abonnement ancien oublié', 'abonnements anciens oubliés')}`,
    });
    return accept({ unconfirmed: unconfirmed.length, ended: ended.length });
  },
});

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
