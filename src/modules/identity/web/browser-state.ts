import type { Exchange } from '#platform/http/exchange.ts';
import { localPath } from '../domain/local-path.ts';
import { deviceName } from '../domain/device-name.ts';
import type { Arrival } from '../commands/open-session.ts';
import { cookieName, cookieOf, namedCookie } from '../security/cookies.ts';
import type { IdentityDependencies } from './dependencies.ts';

/** Cookie that binds a mailed link to the browser that asked for it. */
export const linkCookie = 'essaim-lien';

/** Cookie that binds the challenge of a passkey to the browser that got it. */
export const challengeCookie = 'essaim-defi';

export const isSecure = (exchange: Exchange) => exchange.hub.origin.startsWith('https:');
export const headersOf = (exchange: Exchange) => exchange.http.req.raw.headers;

/** The session token of the request, of a session open or waiting; empty when there is none. */
export function sessionToken(exchange: Exchange): string {
  const cookie = cookieOf(headersOf(exchange));
  return cookie && cookie.isHostBound === isSecure(exchange) ? cookie.token : '';
}

/** A secret this module gave to the browser. */
export function browserSecret(exchange: Exchange, name: string): string | null {
  return namedCookie(headersOf(exchange), cookieName(name, isSecure(exchange)));
}

/** Where the person was going when she was asked to sign in. */
export function wantedPath(exchange: Exchange, sent?: string): string | null {
  return localPath(sent ?? exchange.query('suite'));
}

/** How she arrives. */
export async function arrivalOf(exchange: Exchange, dependencies: IdentityDependencies): Promise<Arrival> {
  return {
    overHttps: isSecure(exchange),
    device: deviceName(headersOf(exchange).get('user-agent')),
    staffNeedsSecondFactor: await dependencies.staffNeedsSecondFactor(exchange.ctx),
  };
}

/** What commands need to write links into mails. */
export const siteOf = (exchange: Exchange) => ({ origin: exchange.hub.origin, hubName: exchange.hub.name });

/** An address followed by where to go next. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?suite=${encodeURIComponent(next)}` : path;
}
