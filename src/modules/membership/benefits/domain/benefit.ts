/** For whom a benefit is. */
export const audiences = ['all', 'person', 'structure'] as const;
export type BenefitAudience = (typeof audiences)[number];

export const audienceNames: Readonly<Record<BenefitAudience, string>> = {
  all: 'Tout le monde',
  person: 'Les personnes',
  structure: 'Les structures',
};

/** What counts as using a benefit. */
export const countedKinds = ['noted', 'event', 'registration', 'training', 'advice', 'listing'] as const;
export type CountedKind = (typeof countedKinds)[number];

export const countedNames: Readonly<Record<CountedKind, string>> = {
  noted: 'Ce que l’équipe note',
  event: 'Les rendez-vous où l’on est venu',
  registration: 'Les inscriptions',
  training: 'Les formations',
  advice: 'Les demandes de conseil',
  listing: 'La fiche dans l’annuaire',
};

/**
 * How the modules call these things in their threads. Never « Appel » nor « Rencontre »: their words are those that the team
 * noted for itself, and a member reads these lines.
 */
export const threadKinds: Readonly<Record<Exclude<CountedKind, 'noted'>, readonly string[]>> = {
  event: ['Présence'],
  registration: ['Inscription'],
  training: ['Formation'],
  advice: ['Demande'],
  listing: ['Annuaire', 'Fiche'],
};
