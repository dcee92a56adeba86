import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mailingChanged } from '../facts.ts';
import { lockMailing } from './saving/lock-mailing.ts';

/**
 * Writes which informations of a mailing their module shows nobody any more: copies that wait do without them, and those
 * to which nothing is left do not leave. One shown again is told again. Run by the sending job, which has no actor.
 */
export const noteWithdrawn = command({
  name: 'mailing.note-withdrawn',
  input: z.object({ id: z.uuid(), withdrawn: z.array(z.object({ kind: z.string(), id: z.uuid() })).max(600) }),
  allow: (actor) => actor === null,
  async run(work, { id, withdrawn }) {
    const mailing = await lockMailing(work, id);
    if (mailing?.state !== 'sending') return refuse('not_now');
    const keys = sql`${sql.param(withdrawn.map((one) => `${one.kind} ${one.id}`))}::text[]`;
    const { rows } = await work.db.execute<{ is_gone: boolean }>(sql`update mailing_items i
      set withdrawn_at = case when i.withdrawn_at is null then ${work.now().toString()}::timestamptz end
      where i.mailing_id = ${id}::uuid and (i.kind || ' ' || i.item_id = any (${keys})) = (i.withdrawn_at is null)
      returning i.withdrawn_at is not null as is_gone`);
    if (rows.length === 0) return refuse('nothing_changed');
    const gone = rows.filter((row) => row.is_gone).length;
    work.publish(mailingChanged(id));
    work.record({
      subjectKind: 'mailing',
      subjectId: id,
      summary:
        gone > 0
          ? `« ${mailing.title} » : ${plural(gone, 'information retirée depuis ne partira plus', 'informations retirées depuis ne partiront plus')}`
          : `« ${mailing.title} » : ce qui avait été retiré est de nouveau annoncé`,
    });
    return accept({ gone });
  },
});
