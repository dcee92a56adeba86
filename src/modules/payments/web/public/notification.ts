import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { receiveNotice } from '../../commands/receive-notice.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { knowsNotice } from '../../queries/knows-notice.ts';
import { readPaymentSettings } from '../../queries/payment-settings.ts';

/** Largest notification read: an order with its items is a few kilobytes. */
export const largestNotice = 200_000;

const id = z.int().positive();
// Only what says where to look: nothing else in a notification is believed.
const noticeShape = z.object({
  eventType: z.string().max(40),
  data: z
    .object({
      id: id.optional(),
      checkoutIntentId: id.nullish(),
      order: z.object({ id: id.optional(), checkoutIntentId: id.nullish() }).nullish(),
    })
    .nullish(),
});

/**
 * `POST /paiements/helloasso/:secret`: HelloAsso tells that something happened. It proves nothing: what it speaks of is
 * read again at the source. Whoever does not know the secret, or signs wrongly, changes nothing.
 */
export async function receiveNotification(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const { ctx } = exchange;
  if (!isSame(exchange.param('secret'), deps.links.notificationSecret(ctx.hubId))) {
    ctx.log.warn({ hub: ctx.hubId }, 'payment notification with a wrong secret');
    return answer(401);
  }
  const body = Buffer.from(await exchange.http.req.raw.arrayBuffer());
  if (body.byteLength > largestNotice) return answer(413);
  if (!(await isSigned(exchange, deps, body))) {
    ctx.log.warn({ hub: ctx.hubId }, 'payment notification with a wrong signature');
    return answer(401);
  }
  const fingerprint = createHash('sha256').update(body).digest('base64url');
  if (await knowsNotice(ctx.db, fingerprint)) return answer(200);
  const parsed = noticeShape.safeParse(readJson(body));
  if (!parsed.success) return answer(400);
  const { eventType: kind, data } = parsed.data;
  // Forms and organizations change too: nothing here depends on them.
  if (kind !== 'Order' && kind !== 'Payment') return answer(200);
  const providerId = data?.checkoutIntentId ?? data?.order?.checkoutIntentId ?? undefined;
  const hint = {
    ...(providerId === undefined ? {} : { providerId }),
    ...(kind === 'Order' ? { orderId: data?.id } : { paymentId: data?.id, orderId: data?.order?.id }),
  };
  if (Object.values(hint).every((value) => value === undefined)) return answer(400);
  const outcome = await execute({ ...ctx, actor: null }, receiveNotice, { fingerprint, kind, hint });
  return answer(outcome.ok || outcome.reason === 'already_known' ? 200 : 400);
}

function answer(status: 200 | 400 | 401 | 413): Response {
  return new Response(null, { status });
}

/** Partners of HelloAsso sign what they send: hexadecimal HMAC-SHA256 of the body, as it came. */
async function isSigned(exchange: Exchange, { vault }: PaymentDependencies, body: Buffer): Promise<boolean> {
  const settings = await readPaymentSettings(exchange.ctx.db);
  if (!settings?.helloassoSignatureKey) return true;
  const key = await vault.open(settings.helloassoSignatureKey);
  const expected = createHmac('sha256', key).update(body).digest('hex');
  return isSame((exchange.http.req.header('x-ha-signature') ?? '').toLowerCase(), expected);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
