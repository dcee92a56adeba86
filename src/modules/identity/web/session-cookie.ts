import type { Context as HonoContext } from 'hono';
import { setCookie } from 'hono/cookie';
import type { WebEnv } from '#platform/http/exchange.ts';
import { absoluteLimit } from '../domain/session-rules.ts';
import { cookieName, sessionCookieName } from '../security/cookies.ts';

/** Gives the browser its session. The server ends it earlier when it is left alone. */
export function giveSessionCookie(http: HonoContext<WebEnv>, secure: boolean, token: string): void {
  giveCookie(http, sessionCookieName, secure, token, absoluteLimit.total({ unit: 'seconds' }));
}

/** Gives the browser a secret of this module, unreadable by scripts. */
export function giveCookie(
  http: HonoContext<WebEnv>,
  name: string,
  secure: boolean,
  value: string,
  seconds: number,
): void {
  setCookie(http, cookieName(name, secure), value, {
    path: '/',
    secure,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: Math.round(seconds),
  });
}

/** Takes a cookie of this module back. */
export function takeCookieBack(http: HonoContext<WebEnv>, name: string, secure: boolean): void {
  giveCookie(http, name, secure, '', 0);
}

export function takeSessionCookieBack(http: HonoContext<WebEnv>, secure: boolean): void {
  takeCookieBack(http, sessionCookieName, secure);
}
