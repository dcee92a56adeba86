/** Where the request for a stand is. */
export const standStates = ['proposed', 'accepted', 'declined', 'withdrawn'] as const;
export type StandState = (typeof standStates)[number];

export const standStateNames: Readonly<Record<StandState, string>> = {
  proposed: 'À examiner',
  accepted: 'Accepté',
  declined: 'Refusé',
  withdrawn: 'Retiré',
};
