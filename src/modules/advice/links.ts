import { createHash, createHmac } from 'node:crypto';
import { followCode } from './domain/follow-code.ts';

/** The private ways back to a request. */
export interface AdviceLinks {
  /** Secret of the address `/demande/<secret>`. */
  secretOf(hubId: string, requestId: string): string;
  /** Code of twice four letters, for those whom mail does not reach. */
  codeOf(hubId: string, requestId: string): string;
  /** Public address of a hub, without a final slash. */
  originOf(hubId: string): Promise<string>;
}

/**
 * Derives secrets from the secret of the installation: the database keeps their hashes only, and every mail can still
 * say the same link.
 */
export function openAdviceLinks(secret: string, originOf: AdviceLinks['originOf']): AdviceLinks {
  const derived = (what: string, hubId: string, id: string): Buffer =>
    createHmac('sha256', secret).update(`advice ${what}\n${hubId}\n${id}`).digest();
  return {
    secretOf: (hubId, id) => derived('link', hubId, id).toString('base64url'),
    codeOf: (hubId, id) => followCode(derived('code', hubId, id)),
    originOf,
  };
}

/** What is kept of a secret: enough chance is in it to need no slow hash. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(`advice\n${secret}`).digest('base64url');
}
