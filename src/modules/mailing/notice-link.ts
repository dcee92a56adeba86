import type { SignedIds } from '#platform/secrets/signed-ids.ts';

const purpose = 'mailing notices';

/** The secret of the address to which the mailbox of returns is forwarded: one a hub. */
export const bounceSecret = (links: SignedIds, hubId: string): string => links.write(purpose, hubId, hubId);

export const isBounceSecret = (links: SignedIds, hubId: string, text: string): boolean =>
  links.read(purpose, hubId, text) === hubId;
