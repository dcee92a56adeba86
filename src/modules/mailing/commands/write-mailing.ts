import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isOpenToAll } from '../domain/audience.ts';
import { mailingFields } from '../domain/mailing-fields.ts';
import { mayStart } from '../domain/mailing-states.ts';
import { mayKeepMailings } from '../policy.ts';
import type { MailingDependencies } from '../ports.ts';
import { mailings } from '../tables.ts';
import { lockMailing } from './saving/lock-mailing.ts';
import { planAudience, startSending } from './saving/start-sending.ts';
import { addMailing, writeItems } from './saving/write-rows.ts';

const input = mailingFields.extend({
  /** The draft that is written further; a new one when left out. */
  id: z.uuid().nullable().default(null),
  version: z.coerce.number().int().default(0),
  /** Keep it as a draft, let it leave at once, or at a moment. */
  act: z.enum(['keep', 'send', 'schedule']),
  scheduledAt: z
    .custom<Temporal.Instant>((value) => value instanceof Temporal.Instant)
    .nullable()
    .default(null),
});

/** Writes a mailing and, when asked, lets it leave: one act, so that a form sent twice sends once. */
export const writeMailing = ({ segments }: Pick<MailingDependencies, 'segments'>) =>
  command({
    name: 'mailing.write',
    input,
    allow: mayKeepMailings,
    async run(work, { id: knownId, version, act, scheduledAt, ...said }) {
      const fields = { ...said, isArchived: said.isArchived && isOpenToAll(said.audience) };
      if (act === 'schedule' && (!scheduledAt || Temporal.Instant.compare(scheduledAt, work.now()) <= 0))
        return refuse('past', { fields: { scheduledOn: 'Choisissez un moment à venir.' } });
      let id = knownId;
      if (id === null) id = await addMailing(work, fields);
      else {
        const known = await lockMailing(work, id);
        if (!known) return refuse('not_found');
        if (!mayStart('change', known.state)) return refuse('already_left');
        if (known.version !== version) return refuse('changed_meanwhile');
        const { items, ...columns } = fields;
        await work.db
          .update(mailings)
          .set({ ...columns, version: sql`version + 1`, updatedAt: work.now(), state: 'draft', scheduledAt: null })
          .where(eq(mailings.id, id));
        await writeItems(work, id, items);
      }
      const mailing = await lockMailing(work, id);
      if (!mailing) return refuse('not_found');
      if (act === 'send') {
        const copies = await planAudience(work, segments, mailing);
        if (copies === 0) return refuse('nobody');
        await startSending(work, mailing, copies);
        return accept({ id, copies });
      }
      if (act === 'schedule')
        await work.db.update(mailings).set({ state: 'scheduled', scheduledAt }).where(eq(mailings.id, id));
      work.record({
        subjectKind: 'mailing',
        subjectId: id,
        summary: act === 'schedule' ? `Envoi de « ${mailing.title} » programmé` : `Envoi « ${mailing.title} » écrit`,
      });
      return accept({ id, copies: 0 });
    },
  });
