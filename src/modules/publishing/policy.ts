import { hasRole, type Actor, type Role } from '#platform/context/context.ts';
import { isProposable, type PublicationKind, type PublicationStatus } from './domain/publication.ts';

/** Who runs the site: pages, menu, settings, moderation. */
export function mayRunSite(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Who may propose: anyone who holds a role in the hub. */
export const contributors = ['employee', 'contributor', 'board_member', 'member'] as const satisfies readonly Role[];

export function mayWrite(actor: Actor | null): boolean {
  return hasRole(actor, ...contributors);
}

/** Whether this person makes this kind public without anyone reading it first. */
export function mayPublish(actor: Actor | null, kind: PublicationKind, trustedRoles: readonly Role[]): boolean {
  if (mayRunSite(actor)) return true;
  return isProposable(kind) && hasRole(actor, ...trustedRoles);
}

/** Whether this person may open this publication in the editor: the team all of them, others their own. */
export function mayEdit(
  actor: Actor | null,
  publication: { kind: PublicationKind; personId: string | null; status: PublicationStatus },
  trustedRoles: readonly Role[],
): boolean {
  if (mayRunSite(actor)) return true;
  if (!actor || publication.personId !== actor.personId || !isProposable(publication.kind) || !mayWrite(actor))
    return false;
  // What others already read is changed by those who publish.
  return (
    ['draft', 'proposed', 'returned'].includes(publication.status) || mayPublish(actor, publication.kind, trustedRoles)
  );
}
