/** How a request ends. */
export const requestOutcomes = ['oriented', 'answered', 'met', 'project', 'no_reply', 'out_of_scope'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

export const outcomeNames: Readonly<Record<RequestOutcome, string>> = {
  answered: 'A eu sa réponse',
  oriented: 'Orientation vers une autre structure',
  met: 'Rendez-vous tenu',
  project: 'C’est devenu un projet',
  no_reply: 'Sans nouvelles',
  out_of_scope: 'Hors de notre champ',
};
