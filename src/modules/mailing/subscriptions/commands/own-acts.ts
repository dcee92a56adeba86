import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import {
  choices,
  consentWording,
  isStillConfirmable,
  pausedUntil,
  pauses,
  stateOf,
  subjectsAsked,
} from '../../domain/subscription.ts';
import { readerUnsubscribed } from '../../facts.ts';
import { suppress } from '../../sending/keep-bounce.ts';
import { newsletterSubscribers } from '../../tables.ts';
import { forgetUnwanted, liftSuppression, lockSubscriber, noteConsent, personOfAddress } from './saving.ts';

const id = z.uuid();

/** The reader proved her address and says what she wishes: from now on she receives it. Also how one comes back. */
export const confirmSubscription = command({
  name: 'mailing.confirm-subscription',
  input: choices.extend({ id }),
  // Whoever holds the link that only her mailbox received.
  allow: () => true,
  async run(work, { id: subscriberId, subjects, rhythm }) {
    const row = await lockSubscriber(work, subscriberId);
    if (!row) return refuse('not_found');
    const state = stateOf(row, work.now());
    if (state === 'unconfirmed' && !isStillConfirmable(row.askedAt, work.now())) return refuse('expired');
    const isNew = state === 'unconfirmed' || state === 'ended';
    await work.db
      .update(newsletterSubscribers)
      .set({
        subjects,
        rhythm,
        wording: consentWording,
        confirmedAt: isNew ? work.now() : row.confirmedAt,
        endedAt: null,
        personId: row.personId ?? (await personOfAddress(work, row.address)),
        version: sql`version + 1`,
      })
      .where(eq(newsletterSubscribers.id, row.id));
    if (isNew) await liftSuppression(work, row.address);
    await noteConsent(work, row.id, {
      act: 'confirmed',
      subjects,
      rhythm,
      wording: consentWording,
      source: row.source || 'Lien personnel',
    });
    work.record({
      subjectKind: 'subscriber',
      subjectId: row.id,
      summary: 'Abonnement confirmé par son lien personnel',
    });
    return accept({ isNew });
  },
});

/** Changes subjects, rhythm or pause. Choosing no subject at all is stopping, which has its own act. */
export const changePreferences = command({
  name: 'mailing.change-preferences',
  input: choices.extend({ id, pause: z.enum(pauses).default('none') }),
  allow: () => true,
  async run(work, { id: subscriberId, subjects, rhythm, pause }) {
    const row = await lockSubscriber(work, subscriberId);
    if (!row) return refuse('not_found');
    const state = stateOf(row, work.now());
    if (state !== 'active' && state !== 'paused') return refuse('not_subscribed');
    const until = pausedUntil(pause, row.pausedUntil, work.now(), work.zone);
    await work.db
      .update(newsletterSubscribers)
      .set({ subjects, rhythm, pausedUntil: until, wording: consentWording, version: sql`version + 1` })
      .where(eq(newsletterSubscribers.id, row.id));
    await forgetUnwanted(work, row.id, subjects);
    await noteConsent(work, row.id, {
      act: until && pause !== 'keep' ? 'paused' : 'changed',
      subjects,
      rhythm,
      wording: consentWording,
      source: 'Lien personnel',
    });
    work.record({
      subjectKind: 'subscriber',
      subjectId: row.id,
      summary: 'Préférences changées par son lien personnel',
    });
    return accept({ pausedUntil: until });
  },
});

/** Stops everything: nothing written to many reaches this address any more. */
export const endSubscription = command({
  name: 'mailing.end-subscription',
  input: z.object({ id }),
  allow: () => true,
  async run(work, { id: subscriberId }) {
    const row = await lockSubscriber(work, subscriberId);
    if (!row) return refuse('not_found');
    if (!row.endedAt) {
      await work.db
        .update(newsletterSubscribers)
        .set({ endedAt: work.now(), pausedUntil: null, version: sql`version + 1` })
        .where(eq(newsletterSubscribers.id, row.id));
      await noteConsent(work, row.id, { act: 'ended', subjects: subjectsAsked.parse([]), source: 'Lien personnel' });
    }
    await suppress(work, { address: row.address, reason: 'unsubscribed' });
    work.publish(readerUnsubscribed(row.address));
    work.record({ subjectKind: 'subscriber', subjectId: row.id, summary: 'Désabonnement par son lien personnel' });
    return accept(null);
  },
});
