import { hasRole, type Actor, type Role } from '#platform/context/context.ts';
import type { EventStatus } from './domain/event-status.ts';

/** Who runs the agenda: every event, venues, imports, settings, moderation. */
export function mayRunAgenda(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Who may write events: anyone who holds a role in the hub; strangers propose by a form of their own. */
export const writers = ['employee', 'contributor', 'board_member', 'member'] as const satisfies readonly Role[];

export function mayWriteEvents(actor: Actor | null): boolean {
  return hasRole(actor, ...writers);
}

/** Whether what this person writes is public without anyone reading it first. */
export function mayPublishEvents(actor: Actor | null, trustedRoles: readonly Role[]): boolean {
  return mayRunAgenda(actor) || hasRole(actor, ...trustedRoles);
}

/** Whether this person may open this event in the editor: the team all of them, others their own until it is public. */
export function mayEditEvent(
  actor: Actor | null,
  event: { personId: string | null; status: EventStatus; origin: string | null },
  trustedRoles: readonly Role[],
): boolean {
  if (mayRunAgenda(actor)) return true;
  if (!actor || event.personId !== actor.personId || event.origin !== null || !mayWriteEvents(actor)) return false;
  return event.status !== 'published' || mayPublishEvents(actor, trustedRoles);
}
