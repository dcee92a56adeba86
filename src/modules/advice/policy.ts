import { hasRole, type Actor } from '#platform/context/context.ts';

/** Whom the queue is open to; a board member finds there what was entrusted to her, and nothing else. */
export const answerers = ['employee', 'board_member'] as const;

/** Who keeps the queue: reads all of it, shares it out, ends requests, offers slots, decides how the hub answers. */
export function mayKeepAdvice(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Who may answer at all; which requests is for `maySeeRequest` to say. */
export function mayAnswerAdvice(actor: Actor | null): boolean {
  return hasRole(actor, ...answerers);
}

/** Who reads and answers this request: those who keep the queue, and the board member who was given it. */
export function maySeeRequest(actor: Actor | null, request: { assignedToId: string | null }): boolean {
  if (mayKeepAdvice(actor)) return true;
  return hasRole(actor, 'board_member') && actor !== null && request.assignedToId === actor.personId;
}
