import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { mayHoldSession } from '../../policy.ts';
import type { PaperFacts } from '../../documents/paper-facts.ts';
import { paperFactsOf } from '../../queries/paper-facts.ts';

/** The session of an address with all that is known of it, for those who may see it; else null. */
export async function heldSession(exchange: Exchange): Promise<PaperFacts | null> {
  const id = exchange.param('id');
  const facts = isId(id) ? await paperFactsOf(exchange.ctx, id) : null;
  if (!facts) return null;
  const people = [...facts.trainers.values()].map(({ personId }) => personId);
  return mayHoldSession(exchange.actor, people) ? facts : null;
}
