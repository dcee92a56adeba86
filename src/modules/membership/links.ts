import { createHmac } from 'node:crypto';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** What a private link opens: an application on its way, the page that renews a membership, or one tax receipt. */
export type LinkKind = 'application' | 'renewal' | 'receipt';

/** The private ways in; a later turn makes the former ones useless. */
export interface MembershipLinks {
  secretOf(kind: LinkKind, hubId: string, id: string, turn: number): string;
  /** Public address of a hub, without a final slash. */
  originOf(hubId: string): Promise<string>;
}

/** Derives secrets from the secret of the installation: the database keeps hashes only, and any mail may say the link. */
export function openMembershipLinks(secret: string, originOf: MembershipLinks['originOf']): MembershipLinks {
  return {
    secretOf: (kind, hubId, id, turn) =>
      createHmac('sha256', secret).update(`membership\n${kind}\n${hubId}\n${id}\n${turn}`).digest('base64url'),
    originOf,
  };
}

/** What is kept of a secret. */
export const linkHash = (secret: string): string => hashSecret(`membership\n${secret}`);
