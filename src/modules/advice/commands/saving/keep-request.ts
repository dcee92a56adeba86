import type { CommandContext } from '#platform/context/context.ts';
import { adviceRequested } from '../../facts.ts';
import { adviceRequests } from '../../tables.ts';

type Values = typeof adviceRequests.$inferInsert;

/** What is known of a request when it comes in. */
export type NewRequest = Pick<Values, 'name' | 'email' | 'phone' | 'situation' | 'question' | 'referrerId'> &
  Partial<
    Pick<
      Values,
      | 'subject'
      | 'selfCheck'
      | 'wantsCall'
      | 'callWhen'
      | 'cameFrom'
      | 'channel'
      | 'typedById'
      | 'typedBy'
      | 'personId'
      | 'tags'
    >
  >;

/** Puts a request in the queue. */
export async function keepRequest(work: CommandContext, values: NewRequest): Promise<string> {
  const [id, now] = [work.newId(), work.now()];
  await work.db
    .insert(adviceRequests)
    .values({ ...values, id, state: 'waiting', receivedAt: now, waitingSince: now, lastMessageAt: now });
  work.publish(adviceRequested(id));
  return id;
}
