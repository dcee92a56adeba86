import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { adviceWithdrawn } from '../facts.ts';
import { adviceRequests } from '../tables.ts';
import { lockedOwnRequest } from './saving/locked-request.ts';

/** The asker takes her request back: it is erased, with its thread, its appointment and the mails that spoke of it. */
export const withdrawAdviceRequest = command({
  name: 'advice.withdraw-request',
  input: z.object({ secret: z.string().min(20).max(100) }),
  allow: () => true,
  async run(work, { secret }) {
    const request = await lockedOwnRequest(work, secret);
    if (!request) return refuse('not_found');
    await work.db.delete(adviceRequests).where(eq(adviceRequests.id, request.id));
    await work.db.execute(sql`delete from mail_messages where kind like 'advice.%'
      and (position(${request.id} in body::text) > 0 or position(${secret} in body::text) > 0)`);
    work.publish(adviceWithdrawn(request.id));
    work.record({
      subjectKind: 'advice-request',
      subjectId: request.id,
      summary: 'Demande retirée par la personne, et effacée',
    });
    return accept(null);
  },
});
