import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mailingChanged } from '../facts.ts';
import { mailings } from '../tables.ts';
import { lockMailing } from './saving/lock-mailing.ts';

/** Closes a mailing of which nothing is left to send. Run by the sending job, which has no actor. */
export const finishMailing = command({
  name: 'mailing.finish',
  input: z.object({ id: z.uuid() }),
  allow: (actor) => actor === null,
  async run(work, { id }) {
    const mailing = await lockMailing(work, id);
    if (mailing?.state !== 'sending') return refuse('not_now');
    const { rows } = await work.db.execute<{ open: number; sent: number }>(sql`
      select count(*) filter (where state in ('waiting', 'sending', 'postponed'))::int as open,
        count(*) filter (where state = 'sent')::int as sent
      from mailing_deliveries where mailing_id = ${id}::uuid`);
    const counts = rows[0];
    if (!counts || counts.open > 0) return refuse('not_now');
    const now = work.now();
    await work.db.update(mailings).set({ state: 'sent', finishedAt: now, updatedAt: now }).where(eq(mailings.id, id));
    work.publish(mailingChanged(id));
    work.record({
      subjectKind: 'mailing',
      subjectId: id,
      summary: `« ${mailing.title} » est parti à ${plural(counts.sent, 'adresse')}`,
    });
    return accept({ id });
  },
});
