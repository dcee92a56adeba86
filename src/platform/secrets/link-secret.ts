import { createHash, randomBytes } from 'node:crypto';

/** A secret to put in a private link: 256 bits of chance, in letters that an address takes as they are. */
export function newLinkSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of the secret of a link: enough chance is in it to need no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
