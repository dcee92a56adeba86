import { hasRole, type Actor } from '#platform/context/context.ts';

/** Roles that may enter the sessions: what they find there is for `mayHoldSession` to say. */
export const sessionRoles = ['employee', 'board_member', 'contributor', 'member'] as const;

/** Who keeps the catalogue, the sessions, their papers and the figures. */
export function mayRunTraining(actor: Actor | null): boolean {
  return hasRole(actor, 'employee');
}

/** Whether this person may be a trainer at all: finer rules need the session. */
export function mayTeach(actor: Actor | null): boolean {
  return hasRole(actor, ...sessionRoles);
}

/** Who sees the names of a session and keeps its sheet: the team, and those who teach it. */
export function mayHoldSession(actor: Actor | null, trainerPersonIds: readonly (string | null)[]): boolean {
  if (mayRunTraining(actor)) return true;
  return mayTeach(actor) && actor !== null && trainerPersonIds.includes(actor.personId);
}

/** The program itself, in its jobs, and the team. */
export function mayMakePapers(actor: Actor | null): boolean {
  return actor === null || mayRunTraining(actor);
}
