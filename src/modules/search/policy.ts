import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who may say which words mean the same, and see what visitors searched in vain. */
export function mayKeepSearch(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}
