import { randomBytes, randomUUIDv7 } from 'node:crypto';

/** A new id: UUIDv7 (RFC 9562), so that rows made later sort later. */
export function newId(): string {
  return randomUUIDv7();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from outside has the form of an id. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/** A secret for a link: 192 bits, safe in an address. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}
