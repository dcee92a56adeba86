import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Flash } from './exchange.ts';

/** Name of the cookie that carries a word to the next page. */
export const flashCookie = 'essaim_mot';

/** Seals a word for the next page, so that nobody else can put one there. */
export function sealFlash(flash: Flash, secret: string): string {
  const text = Buffer.from(JSON.stringify(flash)).toString('base64url');
  return `${text}.${sign(text, secret)}`;
}

/** Opens it, or nothing when it was not sealed by us. */
export function openFlash(sealed: string | undefined, secret: string): Flash | null {
  const [text, signature] = (sealed ?? '').split('.');
  if (!text || !signature) return null;
  const expected = Buffer.from(sign(text, secret));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Flash;
}

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(`flash ${text}`).digest('base64url');
}
