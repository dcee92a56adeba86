import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GatewayRefused, GatewayUnavailable, type GatewayAccount } from './payment-gateway.ts';

const tokenShape = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().positive().default(1800),
});

interface Held {
  token: string;
  refreshToken: string | undefined;
  /** Epoch milliseconds. */
  until: number;
}

/** Sends a form to the token address. */
export type AskToken = (form: URLSearchParams) => Promise<{ status: number; text: string }>;

/** Access tokens, kept until they end: the provider allows some fifty token calls an hour. */
export interface AccessTokens {
  of(account: GatewayAccount): Promise<string>;
  /** Forgets a token that was refused. */
  drop(account: GatewayAccount, token: string): void;
}

/** One minute early, so that a token never ends on the way. */
const margin = 60_000;

export function createAccessTokens(ask: AskToken, now: () => number): AccessTokens {
  const held = new Map<string, Held>();
  const asked = new Map<string, Promise<Held>>();

  async function fresh(account: GatewayAccount, before: Held | undefined): Promise<Held> {
    if (before?.refreshToken) {
      const renewed = await ask(
        new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: account.clientId,
          refresh_token: before.refreshToken,
        }),
      );
      // A refresh token too old is refused: the identifiers then open the door again.
      if (renewed.status === 200) return read(renewed.text, now());
    }
    const given = await ask(
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: account.clientId,
        client_secret: account.clientSecret,
      }),
    );
    if (given.status !== 200) throw new GatewayRefused('account', given.status);
    return read(given.text, now());
  }

  return {
    async of(account) {
      const key = keyOf(account);
      const kept = held.get(key);
      if (kept && kept.until > now()) return kept.token;
      let asking = asked.get(key);
      if (!asking) {
        asking = fresh(account, kept).finally(() => asked.delete(key));
        asked.set(key, asking);
      }
      const next = await asking;
      held.set(key, next);
      return next.token;
    },
    drop(account, token) {
      const key = keyOf(account);
      if (held.get(key)?.token === token) held.delete(key);
    },
  };
}

/** A changed secret is another account: the token of the old one is not used for it. */
function keyOf({ clientId, clientSecret }: GatewayAccount): string {
  return createHash('sha256').update(`${clientId}\n${clientSecret}`).digest('base64url');
}

function read(text: string, now: number): Held {
  const parsed = tokenShape.safeParse(readJson(text));
  if (!parsed.success) throw new GatewayUnavailable('an access token that cannot be read');
  const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = parsed.data;
  return { token, refreshToken, until: now + seconds * 1000 - margin };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GatewayUnavailable('an answer that is no JSON', { cause: error });
  }
}
