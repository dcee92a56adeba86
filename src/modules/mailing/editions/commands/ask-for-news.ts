import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { planAudience, startSending } from '../../commands/saving/start-sending.ts';
import { addMailing } from '../../commands/saving/write-rows.ts';
import { nobody } from '../../domain/audience.ts';
import { isWritable, requestKind } from '../../domain/edition.ts';
import { mayKeepMailings } from '../../policy.ts';
import type { MailingDependencies } from '../../ports.ts';
import { ownAnswerPath } from '../../reader-paths.ts';
import { readMailing } from '../../queries/read-mailing.ts';
import { networkEditions } from '../tables.ts';
import { lockEdition, todayOf } from './saving.ts';

/**
 * Asks the members what is new with them, by a mailing like any other: within their budget, never those who want none,
 * nobody twice for one edition. Each copy carries a link of its own to a form without account.
 */
export const askForNews = ({ segments }: Pick<MailingDependencies, 'segments'>) =>
  command({
    name: 'mailing.ask-for-news',
    input: z.object({ id: z.uuid() }),
    allow: mayKeepMailings,
    async run(work, { id }) {
      const edition = await lockEdition(work, id);
      if (!edition) return refuse('not_found');
      if (!isWritable(edition, todayOf(work))) return refuse('not_open');
      const mailingId = await addMailing(work, {
        kind: 'single',
        subject: 'life',
        title: `Qu’avez-vous de neuf ? ${edition.title}`.slice(0, 200),
        preview: 'Trois minutes pour raconter ce qui bouge chez vous.',
        introduction: '',
        audience: { ...nobody, members: true },
        isArchived: false,
        items: [
          {
            kind: requestKind,
            id,
            subject: 'life',
            title: 'Qu’avez-vous de neuf ?',
            href: ownAnswerPath,
            text: edition.question,
            facts: [['Jusqu’au', edition.closesOn.toLocaleString('fr-FR', { day: 'numeric', month: 'long' })]],
            isOwn: true,
            by: '',
            pictureId: null,
            publishedAt: work.now(),
            expiresAt: edition.closesOn.add({ days: 1 }).toZonedDateTime(work.zone).toInstant(),
          },
        ],
      });
      const mailing = await readMailing(work.db, mailingId);
      const copies = mailing ? await planAudience(work, segments, mailing) : 0;
      if (!mailing || copies === 0) return refuse('nobody');
      await work.db.execute(sql`insert into edition_requests (id, edition_id, address, name, person_id, asked_at)
        select d.id, ${id}::uuid, d.address, d.name, d.person_id, ${work.now().toString()} from mailing_deliveries d
        where d.mailing_id = ${mailingId}::uuid
        on conflict (hub_id, edition_id, address) do update set id = excluded.id, asked_at = excluded.asked_at
        where not exists (select from edition_contributions c where c.request_id = edition_requests.id)`);
      await work.db
        .update(networkEditions)
        .set({ askedAt: work.now(), version: sql`version + 1` })
        .where(eq(networkEditions.id, id));
      await startSending(work, mailing, copies);
      return accept({ count: copies });
    },
  });
