import { hasRole, type Actor, type Role } from '#platform/context/context.ts';

/** Roles that open the back office, and that the rule on second factors is about. */
export const staffRoles = ['employee', 'operator'] as const satisfies readonly Role[];

/** Anyone at all, signed in or not: the act itself asks for a secret. */
export const isAnyone = (_actor: Actor | null): boolean => true;

/** Who has an account of her own to look after. While acting for someone, one’s own account is left alone. */
export function mayKeepOwnAccount(actor: Actor | null): actor is Actor {
  return actor !== null && actor.onBehalfOf === undefined;
}

/** Who sees and keeps the people of the hub. */
export function mayKeepPeople(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Who may give or end a role. The operator’s role comes from an operator only. */
export function mayGrant(actor: Actor | null, role: Role): boolean {
  return role === 'operator' ? hasRole(actor, 'operator') : hasRole(actor, 'employee');
}

/** Who may see a person's own data: herself, or staff. */
export function maySeePerson(actor: Actor | null, personId: string): boolean {
  return actor?.personId === personId || mayKeepPeople(actor);
}
