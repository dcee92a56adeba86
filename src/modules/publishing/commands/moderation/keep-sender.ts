import type { CommandContext } from '#platform/context/context.ts';
import { publicationSenders } from '../../tables.ts';

export interface Sender {
  name: string;
  /** Empty for someone whose record holds it. */
  email: string;
  personId: string | null;
}

/** Remembers who proposed something, so that she can be told what became of it. The first one stays. */
export async function keepSender(work: CommandContext, publicationId: string, sender: Sender): Promise<void> {
  const { name, email, personId } = sender;
  await work.db
    .insert(publicationSenders)
    .values({ publicationId, name, email: email.toLowerCase(), personId, sentAt: work.now() })
    .onConflictDoNothing();
}
