import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who keeps campaigns, applications and members. */
export const keepers = ['employee'] as const;

export function mayKeepMemberships(actor: Actor | null): boolean {
  return hasRole(actor, ...keepers);
}
