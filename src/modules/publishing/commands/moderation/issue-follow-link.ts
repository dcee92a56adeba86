import type { CommandContext } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { followPath } from '../../paths.ts';
import { publicationFollowLinks } from '../../tables.ts';

/** A new private link to follow a proposal; those given before keep working. */
export async function issueFollowLink(work: CommandContext, publicationId: string, origin: string): Promise<string> {
  const secret = newToken();
  await work.db
    .insert(publicationFollowLinks)
    .values({ publicationId, secretHash: hashSecret(secret), createdAt: work.now() });
  return origin + followPath(secret);
}
