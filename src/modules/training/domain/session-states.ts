/** The life of a session: prepared, open to registrations, sure to take place, called off, or over. */
export const sessionStates = ['draft', 'open', 'confirmed', 'cancelled', 'finished'] as const;
export type SessionState = (typeof sessionStates)[number];

export const sessionStateNames: Readonly<Record<SessionState, string>> = {
  draft: 'Brouillon',
  open: 'Ouverte',
  confirmed: 'Confirmée',
  cancelled: 'Annulée',
  finished: 'Terminée',
};

const next: Readonly<Record<SessionState, readonly SessionState[]>> = {
  draft: ['open', 'cancelled'],
  open: ['confirmed', 'cancelled'],
  confirmed: ['finished', 'cancelled'],
  cancelled: [],
  finished: [],
};

/** Whether a session may go from one state to another. A session of the past, typed later, is confirmed at once. */
export function maySessionBecome(from: SessionState, to: SessionState): boolean {
  return next[from].includes(to);
}

/** Whether everyone may read it. */
export function isShown(state: SessionState): boolean {
  return state !== 'draft';
}

/** Whether its dates are still to be kept. */
export function isHeld(state: SessionState): boolean {
  return state === 'open' || state === 'confirmed';
}
