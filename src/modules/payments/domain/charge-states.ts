/** Where a charge stands. `pending`: paid online, not yet confirmed. `refused`: tried online in vain, still owed. */
export const chargeStates = ['due', 'pending', 'paid', 'refused', 'refunded', 'cancelled'] as const;
export type ChargeState = (typeof chargeStates)[number];

export const stateNames: Readonly<Record<ChargeState, string>> = {
  due: 'À payer',
  pending: 'En vérification',
  paid: 'Payé',
  refused: 'Refusé',
  refunded: 'Remboursé',
  cancelled: 'Annulé',
};

/** States in which something is still expected. */
export const openStates = ['due', 'pending', 'refused'] as const satisfies readonly ChargeState[];
