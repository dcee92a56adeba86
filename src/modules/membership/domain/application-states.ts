export const applicationStates = ['awaiting_payment', 'awaiting_board', 'accepted', 'refused', 'withdrawn'] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const applicationSources = ['online', 'paper', 'phone', 'renewal'] as const;
export type ApplicationSource = (typeof applicationSources)[number];

export const applicationStateNames: Readonly<Record<ApplicationState, string>> = {
  awaiting_payment: 'À payer',
  awaiting_board: 'À valider',
  accepted: 'Acceptée',
  refused: 'Refusée',
  withdrawn: 'Retirée',
};

export const sourceNames: Readonly<Record<ApplicationSource, string>> = {
  online: 'Site',
  paper: 'Papier',
  phone: 'Téléphone',
  renewal: 'Renouvellement',
};

/** Still on its way: it may change, be paid, be answered. */
export const openStates = ['awaiting_payment', 'awaiting_board'] as const satisfies readonly ApplicationState[];
export const isOpen = (state: ApplicationState): boolean => openStates.some((open) => open === state);

/** Where an application on its way stands, from what is owed and what the statutes ask. */
export function stateAfter(known: {
  /** True once nothing is owed, or the team did not wait for it. */
  isSettled: boolean;
  needsBoard: boolean;
  /** Somebody said yes. */
  isApproved: boolean;
}): Extract<ApplicationState, 'awaiting_payment' | 'awaiting_board' | 'accepted'> {
  if (!known.isSettled) return 'awaiting_payment';
  return known.needsBoard && !known.isApproved ? 'awaiting_board' : 'accepted';
}
