import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayStart, type MailingState } from '../domain/mailing-states.ts';
import { mailingChanged } from '../facts.ts';
import { sendMailing } from '../jobs/send-mailing-job.ts';
import { mayKeepMailings } from '../policy.ts';
import type { MailingDependencies } from '../ports.ts';
import { mailings } from '../tables.ts';
import { lockMailing } from './saving/lock-mailing.ts';
import { planAudience, startSending } from './saving/start-sending.ts';

const one = z.object({ id: z.uuid() });

/** Lets a draft leave at once. */
export const sendDraft = ({ segments }: Pick<MailingDependencies, 'segments'>) =>
  command({
    name: 'mailing.send-draft',
    input: one,
    allow: mayKeepMailings,
    async run(work, { id }) {
      const mailing = await lockMailing(work, id);
      if (!mailing) return refuse('not_found');
      if (!mayStart('send', mailing.state)) return refuse('already_left');
      const copies = await planAudience(work, segments, mailing);
      if (copies === 0) return refuse('nobody');
      await startSending(work, mailing, copies);
      return accept({ id, copies });
    },
  });

/** Holds a mailing: what is on its way arrives, nothing more leaves. */
export const pauseMailing = changing('pause', 'paused', 'mis en pause');

/** Lets a held mailing go on where it stood. */
export const resumeMailing = changing('resume', 'sending', 'repris');

/** Stops a mailing for good; those who did not receive it never will. */
export const cancelMailing = changing('cancel', 'cancelled', 'arrêté');

function changing(act: 'pause' | 'resume' | 'cancel', state: MailingState, words: string) {
  return command({
    name: `mailing.${act}`,
    input: one,
    allow: mayKeepMailings,
    async run(work, { id }) {
      const mailing = await lockMailing(work, id);
      if (!mailing) return refuse('not_found');
      if (!mayStart(act, mailing.state)) return refuse('not_now');
      const now = work.now();
      await work.db
        .update(mailings)
        .set({ state, updatedAt: now, version: sql`version + 1`, ...(act === 'cancel' ? { finishedAt: now } : {}) })
        .where(eq(mailings.id, id));
      if (act === 'cancel')
        await work.db.execute(sql`update mailing_deliveries
          set state = 'skipped', reason = 'cancelled', settled_at = ${now.toString()}
          where mailing_id = ${id}::uuid and state in ('waiting', 'postponed')`);
      if (act === 'resume') await work.enqueue(sendMailing, { mailingId: id });
      work.publish(mailingChanged(id));
      work.record({ subjectKind: 'mailing', subjectId: id, summary: `Envoi « ${mailing.title} » ${words}` });
      return accept({ id });
    },
  });
}

/** Throws a draft away. */
export const removeDraft = command({
  name: 'mailing.remove-draft',
  input: one,
  allow: mayKeepMailings,
  async run(work, { id }) {
    const mailing = await lockMailing(work, id);
    if (!mailing) return refuse('not_found');
    if (!mayStart('change', mailing.state)) return refuse('already_left');
    await work.db.delete(mailings).where(eq(mailings.id, id));
    work.record({ subjectKind: 'mailing', subjectId: id, summary: `Brouillon « ${mailing.title} » supprimé` });
    return accept({ id });
  },
});

/** Shows a mailing that left in the public archive, or hides it. */
export const setArchived = command({
  name: 'mailing.set-archived',
  input: one.extend({ isArchived: z.boolean() }),
  allow: mayKeepMailings,
  async run(work, { id, isArchived }) {
    const mailing = await lockMailing(work, id);
    if (!mailing) return refuse('not_found');
    await work.db.update(mailings).set({ isArchived, updatedAt: work.now() }).where(eq(mailings.id, id));
    work.publish(mailingChanged(id));
    work.record({
      subjectKind: 'mailing',
      subjectId: id,
      summary: `« ${mailing.title} » ${isArchived ? 'montré dans' : 'retiré de'} l’archive publique`,
    });
    return accept({ id });
  },
});
