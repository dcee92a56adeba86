import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { emailAddress } from '#modules/identity/index.ts';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { choices, consentWording, stateOf } from '../../domain/subscription.ts';
import { mayKeepMailings } from '../../policy.ts';
import type { MailingDependencies } from '../../ports.ts';
import { suppress } from '../../sending/keep-bounce.ts';
import { newsletterSubscribers } from '../../tables.ts';
import { subscribedByTeamMail } from '../emails.ts';
import { readerPath } from '../reader-link.ts';
import { forgetUnwanted, lockSubscriber, noteConsent, personOfAddress, subscriberOf } from './saving.ts';

const name = z.string().trim().max(200, 'Ce nom tient en 200 signes.').default('');
const proof = z
  .string()
  .trim()
  .min(3, 'Notez ce qui prouve son accord : un bulletin, un appel, une date.')
  .max(500, '500 signes au plus.');

/**
 * Subscribes someone who asked on paper, by phone or in person, with what proves it. An address that wants nothing more
 * is left to its owner: she alone takes that back, by the form of the site.
 */
export const subscribeByTeam = ({ links, originOf }: Pick<MailingDependencies, 'links' | 'originOf'>) =>
  command({
    name: 'mailing.subscribe-by-team',
    input: choices.extend({ address: emailAddress, name, source: z.string().trim().min(1).max(300), proof }),
    allow: mayKeepMailings,
    async run(work, input) {
      const { row, isNew } = await subscriberOf(work, input.address, input.rhythm);
      const state = stateOf(row, work.now());
      if (!isNew && (state === 'active' || state === 'paused'))
        return refuse('already_subscribed', { fields: { address: 'Cette adresse est déjà abonnée.' } });
      const { rows } = await work.db.execute(sql`select 1 from mail_suppressions
        where print = essaim_mail_print(${input.address}) and (until is null or until > ${work.now().toString()})`);
      if (rows.length > 0)
        return refuse('suppressed', {
          fields: { address: 'Cette adresse ne reçoit plus rien. Elle seule peut revenir, par le formulaire du site.' },
        });
      await work.db
        .update(newsletterSubscribers)
        .set({
          subjects: input.subjects,
          rhythm: input.rhythm,
          name: input.name,
          wording: consentWording,
          source: input.source,
          confirmedAt: work.now(),
          endedAt: null,
          personId: row.personId ?? (await personOfAddress(work, row.address)),
          version: sql`version + 1`,
        })
        .where(eq(newsletterSubscribers.id, row.id));
      await noteConsent(work, row.id, {
        act: 'confirmed',
        subjects: input.subjects,
        rhythm: input.rhythm,
        wording: consentWording,
        source: input.source,
        proof: input.proof,
      });
      const href = `${await originOf(work.hubId)}${readerPath(links, work.hubId, row.id)}`;
      await sendMail(work, subscribedByTeamMail(row.address, input.name, href));
      work.record({ subjectKind: 'subscriber', subjectId: row.id, summary: 'Abonnement noté par l’équipe' });
      return accept({ id: row.id });
    },
  });

/** Changes what someone receives, at her asking. */
export const changeByTeam = command({
  name: 'mailing.change-subscription-by-team',
  input: choices.extend({ id: z.uuid(), version: z.coerce.number().int(), name, proof }),
  allow: mayKeepMailings,
  async run(work, input) {
    const row = await lockSubscriber(work, input.id);
    if (!row) return refuse('not_found');
    if (row.version !== input.version) return refuse('changed_meanwhile');
    if (row.endedAt || !row.confirmedAt) return refuse('not_subscribed');
    const { subjects, rhythm } = input;
    await work.db
      .update(newsletterSubscribers)
      .set({ subjects, rhythm, name: input.name, version: sql`version + 1` })
      .where(eq(newsletterSubscribers.id, row.id));
    await forgetUnwanted(work, row.id, subjects);
    await noteConsent(work, row.id, { act: 'changed', subjects, rhythm, source: 'Équipe', proof: input.proof });
    work.record({ subjectKind: 'subscriber', subjectId: row.id, summary: 'Abonnement changé par l’équipe' });
    return accept(null);
  },
});

/** Stops the subscriptions chosen, at their readers’ asking: nothing reaches these addresses any more. */
export const endByTeam = command({
  name: 'mailing.end-subscriptions-by-team',
  input: z.object({ ids: z.array(z.uuid()).min(1, 'Cochez au moins une ligne.').max(500) }),
  allow: mayKeepMailings,
  async run(work, { ids }) {
    let ended = 0;
    for (const id of [...new Set(ids)].sort()) {
      const row = await lockSubscriber(work, id);
      if (!row || row.endedAt) continue;
      await work.db
        .update(newsletterSubscribers)
        .set({ endedAt: work.now(), pausedUntil: null, version: sql`version + 1` })
        .where(eq(newsletterSubscribers.id, id));
      await noteConsent(work, id, { act: 'ended', source: 'Équipe', proof: work.actor?.name ?? '' });
      await suppress(work, { address: row.address, reason: 'asked', createdBy: work.actor?.name ?? '' });
      ended += 1;
    }
    work.record({
      subjectKind: 'subscriber',
      subjectId: null,
      summary: `${plural(ended, 'abonnement arrêté', 'abonnements arrêtés')} par l’équipe`,
    });
    return accept({ count: ended });
  },
});
