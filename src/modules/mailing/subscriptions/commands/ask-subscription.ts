import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { emailAddress } from '#modules/identity/index.ts';
import { command } from '#platform/command/command.ts';
import { holdMailbox, mailboxOf } from '#platform/mail/may-still-hear.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept } from '#platform/outcome/outcome.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { rhythms } from '../../domain/rhythms.ts';
import { askingsPerDay, proposedRhythm, stateOf, subjectsAsked } from '../../domain/subscription.ts';
import type { MailingDependencies } from '../../ports.ts';
import { newsletterSubscribers } from '../../tables.ts';
import { alreadySubscribedMail, confirmSubscriptionMail } from '../emails.ts';
import { readerPath } from '../reader-link.ts';
import { noteConsent, subscriberOf } from './saving.ts';

/**
 * Asks to receive what the hub writes. A mail proves the address; it holds nothing a stranger typed. The answer is the
 * same whether the address is known or not, and a mailbox receives three such mails a day at most, whatever is written
 * after a « + » in its address.
 */
export const askSubscription = ({ links, originOf }: Pick<MailingDependencies, 'links' | 'originOf'>) =>
  command({
    name: 'mailing.ask-subscription',
    input: z.object({
      address: emailAddress,
      subjects: subjectsAsked.default([]),
      rhythm: z.enum(rhythms).default(proposedRhythm),
      source: z.string().max(300).default('Formulaire du site'),
    }),
    allow: () => true,
    async run(work, { address, subjects, rhythm, source }) {
      await holdMailbox(work, address);
      const { row } = await subscriberOf(work, address, rhythm);
      work.record({
        subjectKind: 'subscriber',
        subjectId: row.id,
        summary: 'Quelqu’un demande à recevoir nos messages',
      });
      if ((await askingsLately(work, address)) >= askingsPerDay) return accept(null);
      const state = stateOf(row, work.now());
      const isKnown = state === 'active' || state === 'paused';
      // What a reader chose is only changed by her own link.
      if (!isKnown)
        await work.db
          .update(newsletterSubscribers)
          .set({ subjects, rhythm, source, askedAt: work.now() })
          .where(eq(newsletterSubscribers.id, row.id));
      await noteConsent(work, row.id, { act: 'asked', subjects, rhythm, source });
      const href = `${await originOf(work.hubId)}${readerPath(links, work.hubId, row.id)}`;
      await sendMail(work, isKnown ? alreadySubscribedMail(address, href) : confirmSubscriptionMail(address, href));
      return accept(null);
    },
  });

async function askingsLately(work: CommandContext, address: string): Promise<number> {
  const { rows } = await work.db.execute<{
    count: number;
  }>(sql`select count(*)::int as count from subscription_consents c
    join newsletter_subscribers s on s.hub_id = c.hub_id and s.id = c.subscriber_id
    where c.act = 'asked' and c.at > ${work.now().subtract({ hours: 24 }).toString()}
      and ${mailboxOf(sql`s.address`)} = ${mailboxOf(sql`${address}::text`)}`);
  return rows[0]?.count ?? 0;
}
