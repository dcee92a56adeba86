import { createHash } from 'node:crypto';

/** What is kept of the secret of a link: enough chance is in it to need no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
