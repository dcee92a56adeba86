/** Actors write; nobody writes any more; it became a mailing. */
export const editionStates = ['open', 'closed', 'gathered'] as const;
export type EditionState = (typeof editionStates)[number];

export const editionStateNames: Readonly<Record<EditionState, string>> = {
  open: 'Ouverte aux contributions',
  closed: 'Close',
  gathered: 'Mise en page',
};

/** How a contribution came in. */
export const contributionSources = ['form', 'mail', 'team'] as const;
export type ContributionSource = (typeof contributionSources)[number];

export const contributionStates = ['proposed', 'accepted', 'refused'] as const;
export type ContributionState = (typeof contributionStates)[number];

export const contributionStateNames: Readonly<Record<ContributionState, string>> = {
  proposed: 'À relire',
  accepted: 'Retenue',
  refused: 'Écartée',
};
