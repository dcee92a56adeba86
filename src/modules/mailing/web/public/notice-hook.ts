import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { readNotices } from '../../commands/read-notices.ts';
import { isBounceSecret } from '../../notice-link.ts';
import type { MailingDependencies } from '../../ports.ts';

/** Largest returned message read: what counts stands at its beginning. */
export const largestNotice = 1_000_000;

/**
 * `POST /messagerie/retours/:secret`: one message that came back, as it is, forwarded by the mailbox of returns. Nothing
 * in it is believed that does not speak of a copy we sent.
 */
export async function receiveNotice(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  if (!isBounceSecret(deps.links, exchange.hub.id, exchange.param('secret')))
    return new Response(null, { status: 404 });
  const body = await exchange.http.req.text();
  if (body.length > largestNotice) return new Response(null, { status: 413 });
  const outcome = await execute({ ...exchange.ctx, actor: null }, readNotices, { messages: [body], source: 'notice' });
  return new Response(null, { status: outcome.ok || outcome.reason === 'nothing_read' ? 204 : 400 });
}
