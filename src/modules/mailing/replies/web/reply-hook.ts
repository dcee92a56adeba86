import type { Exchange } from '#platform/http/exchange.ts';
import type { MailingDependencies } from '../../ports.ts';
import { isReplySecret } from '../reply-address.ts';
import { takeInReplies } from '../take-in-replies.ts';

/**
 * `POST /messagerie/reponses/:secret`: one message as it came, forwarded by the mailbox of replies. Answers the same
 * whether or not it was kept: whoever writes learns nothing.
 */
export async function receiveReply(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  if (!isReplySecret(deps.links, exchange.hub.id, exchange.param('secret'))) return new Response(null, { status: 404 });
  const message = new Uint8Array(await exchange.http.req.arrayBuffer());
  await takeInReplies({ ...exchange.ctx, actor: null }, deps.links, [message]);
  return new Response(null, { status: 204 });
}
