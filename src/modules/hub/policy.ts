import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who may change the hub's settings. */
export function maySetHub(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Who may open and close hubs of the installation. */
export function mayOperate(actor: Actor | null): boolean {
  return hasRole(actor, 'operator');
}
