import type { CommandContext } from '#platform/context/context.ts';
import { agendaSenders } from '../../tables.ts';

export interface EventSender {
  name: string;
  /** Empty for someone whose record holds it, or who only left a phone. */
  email: string;
  phone: string;
  personId: string | null;
  reason?: string;
  placeName?: string;
  placeCity?: string;
}

/** Remembers who proposed an event, so that she can be told what became of it. The first one stays. */
export async function keepSender(work: CommandContext, eventId: string, sender: EventSender): Promise<void> {
  await work.db
    .insert(agendaSenders)
    .values({ ...sender, eventId, email: sender.email.toLowerCase(), sentAt: work.now() })
    .onConflictDoNothing();
}
