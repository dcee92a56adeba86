import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who keeps the money of the hub: charges, payments, papers, settings. */
export const keepers = ['employee'] as const;

export function mayKeepPayments(actor: Actor | null): boolean {
  return hasRole(actor, ...keepers);
}
