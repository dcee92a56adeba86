import { hasRole, type Actor } from '#platform/context/context.ts';

/** Who keeps the photo bank: sorts, corrects, notes agreements, empties the trash. */
export const keepers = ['employee', 'contributor'] as const;

/** Who may send a photo with what they propose: a news item, an event. */
export const senders = ['employee', 'contributor', 'board_member', 'member'] as const;

export function mayKeepPhotos(actor: Actor | null): boolean {
  return hasRole(actor, ...keepers);
}

export function maySendPhotos(actor: Actor | null): boolean {
  return hasRole(actor, ...senders);
}
