import { getCookie, setCookie } from 'hono/cookie';
import type { Exchange } from '#platform/http/exchange.ts';
import { claimSessionValidity } from '../../commands/moderation/open-claim.ts';
import { directoryPath } from '../../paths.ts';

const name = 'essaim_fiche';

/** Lets this browser edit the sheet that a mailed link opened, for as long as the link said. */
export function holdSheet(exchange: Exchange, secret: string): void {
  setCookie(exchange.http, name, secret, {
    path: directoryPath,
    httpOnly: true,
    sameSite: 'Lax',
    secure: exchange.hub.origin.startsWith('https:'),
    maxAge: claimSessionValidity.hours * 3600,
  });
}

/** The secret this browser holds, if any. */
export function heldSecret(exchange: Exchange): string {
  return getCookie(exchange.http, name) ?? '';
}
