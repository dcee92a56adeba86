import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { MessageKind } from '../../domain/message-kinds.ts';
import { stateAfter } from '../../domain/request-states.ts';
import { workingMinutes } from '../../domain/working-time.ts';
import { adviceAnswered } from '../../facts.ts';
import { adviceMessages, adviceRequests } from '../../tables.ts';
import type { RequestRow } from './locked-request.ts';

/** Adds to the thread, and notes when somebody last wrote. */
export async function addMessage(
  work: CommandContext,
  requestId: string,
  message: { kind: MessageKind; text: string; byMail?: boolean; authorName?: string },
): Promise<string> {
  const id = work.newId();
  await work.db.insert(adviceMessages).values({
    id,
    requestId,
    kind: message.kind,
    text: message.text,
    byMail: message.byMail ?? false,
    authorId: message.kind === 'asker' ? null : (work.actor?.personId ?? null),
    authorName: message.authorName ?? work.actor?.name ?? '',
    at: work.now(),
  });
  await work.db
    .update(adviceRequests)
    .set({ lastMessageAt: work.now(), version: sql`${adviceRequests.version} + 1` })
    .where(eq(adviceRequests.id, requestId));
  return id;
}

/**
 * Notes that the asker has her answer: nobody waits any more, the clock of the first answer stops, and whoever answers
 * a request that nobody had keeps it.
 */
export async function markAnswered(work: CommandContext, request: RequestRow): Promise<void> {
  const state = stateAfter({ state: request.state, isAssigned: request.assignedToId !== null }, 'answer');
  const now = work.now();
  const first = request.firstAnsweredAt
    ? {}
    : { firstAnsweredAt: now, firstAnswerMinutes: workingMinutes(request.receivedAt, now, work.zone) };
  await work.db
    .update(adviceRequests)
    .set({
      ...first,
      state: state ?? request.state,
      waitingSince: null,
      assignedToId: request.assignedToId ?? work.actor?.personId ?? null,
    })
    .where(eq(adviceRequests.id, request.id));
  work.publish(adviceAnswered(request.id));
}
