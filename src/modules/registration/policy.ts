import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who decides how one registers, reads who comes, and registers others. */
export function mayKeepRegistrations(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Roles that open the pages of the team. */
export const keepers = ['employee'] as const;
