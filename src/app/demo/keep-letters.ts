import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { mailDelivery } from '#platform/mail/send-mail.ts';

/**
 * The same context, whose letters stay in the outbox: those of a demonstration are for invented people, and would leave
 * before the first real one.
 */
export function keepingLetters(ctx: Context): Context {
  return {
    ...ctx,
    enqueueIn(tx) {
      const enqueue = ctx.enqueueIn(tx);
      return async (job, payload, options) => {
        if (job.name !== mailDelivery.name) return enqueue(job, payload, options);
        const { messageId } = mailDelivery.payload.parse(payload);
        await tx.execute(sql`update mail_messages set status = 'kept' where id = ${messageId}::uuid`);
      };
    },
  };
}
