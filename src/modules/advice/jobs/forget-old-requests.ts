import { and, inArray, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { adviceMessages, adviceRequests, appointments, appointmentSlots } from '../tables.ts';

/** How long a request is kept after its last message, as the page on personal data says. */
export const requestsKeptFor = { years: 3 } as const;

const mostATime = 500;

/** Forgets who asked and what was said; a line without name stays, so that the figures of the year stay true. */
export const forgetRequests = command({
  name: 'advice.forget-requests',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const limit = work.now().toZonedDateTimeISO(work.zone).subtract(requestsKeptFor).toInstant();
    const old = await work.db
      .select({ id: adviceRequests.id })
      .from(adviceRequests)
      .where(and(isNull(adviceRequests.forgottenAt), lt(adviceRequests.lastMessageAt, limit)))
      .limit(mostATime);
    const ids = old.map((request) => request.id);
    if (ids.length > 0) {
      await work.db.delete(adviceMessages).where(inArray(adviceMessages.requestId, ids));
      await work.db.delete(appointments).where(inArray(appointments.requestId, ids));
      await work.db
        .update(adviceRequests)
        .set({
          name: '',
          email: null,
          phone: null,
          subject: '',
          question: '',
          selfCheck: '',
          callWhen: '',
          typedBy: '',
          typedById: null,
          personId: null,
          assignedToId: null,
          tags: [],
          outcomeNote: '',
          waitingSince: null,
          state: 'closed',
          outcome: sql`coalesce(${adviceRequests.outcome}, 'no_reply')`,
          closedAt: sql`coalesce(${adviceRequests.closedAt}, ${work.now().toString()}::timestamptz)`,
          linkHash: null,
          codeHash: null,
          forgottenAt: work.now(),
        })
        .where(inArray(adviceRequests.id, ids));
    }
    await work.db
      .delete(appointmentSlots)
      .where(
        and(
          lt(appointmentSlots.endsAt, limit),
          sql`not exists (select from appointments a where a.slot_id = ${appointmentSlots.id})`,
        ),
      );
    work.record({
      subjectKind: 'advice',
      subjectId: null,
      summary: plural(ids.length, 'ancienne demande oubliée', 'anciennes demandes oubliées'),
    });
    return accept({ count: ids.length });
  },
});

/** Whether there is anything to forget: an empty night leaves no line in the trail. */
const anyOld = sql`select 1 from advice_requests where forgotten_at is null and last_message_at < `;

/** Each night: forgets what has been kept as long as the page on personal data says. */
export const forgetOldRequests = job({
  name: 'advice.forget-old-requests',
  lane: 'quick',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    const limit = ctx.clock.now().toZonedDateTimeISO(ctx.zone).subtract(requestsKeptFor).toInstant().toString();
    for (;;) {
      const { rows } = await ctx.db.execute(sql`${anyOld}${limit}::timestamptz limit 1`);
      if (rows.length === 0) return;
      await execute({ ...ctx, actor: null }, forgetRequests, {});
    }
  },
});
