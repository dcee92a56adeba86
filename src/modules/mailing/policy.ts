import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who writes to many: the team. */
export const senders = ['employee'] as const;

export function mayKeepMailings(actor: Actor | null): boolean {
  return hasRole(actor, ...senders);
}
