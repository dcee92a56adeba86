import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who keeps what the hub knows of its relations. */
export function mayKeepRelations(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Anyone at all: the act itself asks for a secret, or says nothing of anyone. */
export const isAnyone = (_actor: Actor | null): boolean => true;
