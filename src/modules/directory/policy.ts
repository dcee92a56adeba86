import { hasRole, type Actor } from '#platform/context/context.ts';
import type { Visibility } from '#platform/search/search.ts';

/** Who keeps the directory: adds, edits, publishes, merges. */
export const keepers = ['employee', 'contributor'] as const;

export function mayKeepDirectory(actor: Actor | null): boolean {
  return hasRole(actor, ...keepers);
}

/** Who decides how the directory is arranged: themes. */
export function mayArrangeDirectory(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Who sees what is kept for the members of the hub. */
export function isInsider(actor: Actor | null): boolean {
  return hasRole(actor, 'member', 'board_member', 'employee', 'contributor');
}

/** Which pieces of a sheet the actor may see. Nobody knows more than the public unless a role says so. */
export function visibleTo(actor: Actor | null): readonly Visibility[] {
  if (mayKeepDirectory(actor)) return ['public', 'members', 'staff'];
  return isInsider(actor) ? ['public', 'members'] : ['public'];
}

/** Whether this actor may see a piece kept for those. */
export function maySee(actor: Actor | null, visibility: Visibility): boolean {
  return visibleTo(actor).includes(visibility);
}
