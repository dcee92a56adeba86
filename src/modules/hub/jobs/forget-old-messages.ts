import { lt } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '#platform/jobs/job.ts';
import { messagesKeptFor } from '../commands/send-contact-message.ts';
import { contactMessages } from '../tables.ts';

/** Each night: removes the messages that have been kept as long as the page on personal data says. */
export const forgetOldMessages = job({
  name: 'hub.forget-old-messages',
  lane: 'quick',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    const limit = ctx.clock.now().toZonedDateTimeISO(ctx.zone).subtract(messagesKeptFor).toInstant();
    await ctx.db.delete(contactMessages).where(lt(contactMessages.receivedAt, limit));
  },
});
