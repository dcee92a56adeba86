import { createHmac } from 'node:crypto';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** What a private link opens: all that was registered at once, or one person's own registration. */
export type LinkKind = 'booking' | 'registration';

/** The private ways back to a registration. */
export interface RegistrationLinks {
  /** Secret of the address `/inscription/<secret>`; a later turn makes the former ones useless. */
  secretOf(kind: LinkKind, hubId: string, id: string, turn: number): string;
  /** Public address of a hub, without a final slash. */
  originOf(hubId: string): Promise<string>;
}

/** Derives secrets from the secret of the installation: the database keeps hashes only, and any mail may say the link. */
export function openRegistrationLinks(secret: string, originOf: RegistrationLinks['originOf']): RegistrationLinks {
  return {
    secretOf: (kind, hubId, id, turn) =>
      createHmac('sha256', secret).update(`${kind}\n${hubId}\n${id}\n${turn}`).digest('base64url'),
    originOf,
  };
}

/** What is kept of a secret. */
export const linkHash = (secret: string): string => hashSecret(`registration\n${secret}`);
