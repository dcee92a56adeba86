import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { hashOf, type AdviceLinks } from '../../links.ts';
import { paths } from '../../paths.ts';
import { adviceRequests } from '../../tables.ts';

/** The address by which the asker follows her request, opened when it was not yet. */
export async function requestLink(work: CommandContext, links: AdviceLinks, id: string): Promise<string> {
  const secret = links.secretOf(work.hubId, id);
  const hashes = { linkHash: hashOf(secret), codeHash: hashOf(links.codeOf(work.hubId, id)) };
  await work.db.update(adviceRequests).set(hashes).where(eq(adviceRequests.id, id));
  return `${await links.originOf(work.hubId)}${paths.ownRequest(secret)}`;
}
