import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { SignedIds } from '#platform/secrets/signed-ids.ts';
import { receiveReplies } from './commands/receive-replies.ts';
import { readReply } from './read-reply.ts';
import { copyAnswered } from './reply-address.ts';

/** Reads messages as they came in the mailbox of replies; gives how many answered a copy of ours and were not known. */
export async function takeInReplies(ctx: Context, links: SignedIds, messages: readonly Uint8Array[]): Promise<number> {
  const replies = [];
  for (const message of messages) {
    const read = await readReply(message);
    const copyId = read?.recipients.map((to) => copyAnswered(links, ctx.hubId, to)).find((id) => id !== null);
    if (!read || !copyId) continue;
    const { recipients: _recipients, ...said } = read;
    replies.push({ ...said, copyId });
  }
  if (replies.length === 0) return 0;
  const outcome = await execute(ctx, receiveReplies, { replies });
  return outcome.ok ? outcome.value.kept : 0;
}
