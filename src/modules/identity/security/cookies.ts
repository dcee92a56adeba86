import { cookieName } from '#platform/http/cookie-name.ts';

export { cookieName };

/** Name of the cookie that carries the session. */
export const sessionCookieName = 'essaim';

/** The session token a request carries. */
export interface SessionCookie {
  token: string;
  /** Carried by a cookie that only this very host could set, over https. */
  isHostBound: boolean;
}

/** Reads the session cookie; the host-bound one comes first. */
export function cookieOf(headers: Headers): SessionCookie | null {
  const hostBound = namedCookie(headers, cookieName(sessionCookieName, true));
  if (hostBound) return { token: hostBound, isHostBound: true };
  const plain = namedCookie(headers, cookieName(sessionCookieName, false));
  return plain ? { token: plain, isHostBound: false } : null;
}

/** The value of a cookie, or null. Values of this module need no decoding. */
export function namedCookie(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && /^[\w-]{1,100}$/.test(value)) return value;
  }
  return null;
}
