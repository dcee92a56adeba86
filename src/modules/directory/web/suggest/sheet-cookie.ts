import { getCookie, setCookie } from 'hono/cookie';
import type { Exchange } from '#platform/http/exchange.ts';
import { cookieName } from '#platform/http/cookie-name.ts';
import { claimSessionValidity } from '../../commands/moderation/open-claim.ts';

const nameOn = (exchange: Exchange): string => cookieName('essaim_fiche', isSecure(exchange));
const isSecure = (exchange: Exchange): boolean => exchange.hub.origin.startsWith('https:');

/** Lets this browser edit the sheet that a mailed link opened, for as long as the link said. */
export function holdSheet(exchange: Exchange, secret: string): void {
  setCookie(exchange.http, nameOn(exchange), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(exchange),
    maxAge: claimSessionValidity.hours * 3600,
  });
}

/** The secret this browser holds, if any. */
export function heldSecret(exchange: Exchange): string {
  return getCookie(exchange.http, nameOn(exchange)) ?? '';
}
