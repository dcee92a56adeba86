import type { CommandContext } from '#platform/context/context.ts';
import type { EventPublished } from './facts.ts';
import { tellSender } from './jobs/tell-sender-job.ts';
import { senderOf } from './queries/moderation/sender-of.ts';

/** What somebody proposed is public: she is told, however it was published. */
export async function tellSenderOfEvent(work: CommandContext, { id }: EventPublished): Promise<void> {
  if (await senderOf(work.db, id)) await work.enqueue(tellSender, { id });
}
