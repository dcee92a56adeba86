import { chargesOf } from '#modules/payments/index.ts';
import type { Reader } from '#platform/db/database.ts';
import { chargeModule } from '../../domain/charge-module.ts';
import { registrantsOf, type Registrant } from '../../queries/registrants-of.ts';
import { isAmong, type AnswerChosen, type Audience } from '../domain/audiences.ts';
import { marksOf } from './door.ts';

export interface MessageTarget {
  eventId: string;
  occurrenceId: string;
  audience: Audience;
  answer: AnswerChosen | null;
}

/** Those a message is for, with or without a mail. */
export async function messageTargets(db: Reader, target: MessageTarget): Promise<Registrant[]> {
  const { eventId, occurrenceId, audience, answer } = target;
  const all = await registrantsOf(db, { eventId, occurrenceId, states: ['confirmed', 'waiting', 'offered'] });
  const [marks, charges] = await Promise.all([
    marksOf(
      db,
      occurrenceId,
      all.map((one) => one.id),
    ),
    chargesOf(db, chargeModule, [...new Set(all.map((one) => one.bookingId))]),
  ]);
  return all.filter((one) => {
    const left = (charges.get(one.bookingId) ?? []).reduce((sum, charge) => sum + charge.left, 0);
    return isAmong({ ...one, mark: marks.get(one.id)?.mark ?? null, left }, audience, answer);
  });
}

/** The mailboxes of these people: each her own, else that of who registered her. One letter a mailbox. */
export function mailboxesOf(people: readonly Registrant[]): ReadonlyMap<string, readonly Registrant[]> {
  const known = people.filter((one) => one.email ?? one.bookerEmail);
  return Map.groupBy(known, (one) => (one.email ?? one.bookerEmail ?? '').toLowerCase());
}
