/** Kinds of members, as the form asks « vous êtes… ». */
export const whos = ['person', 'association', 'cooperative', 'company', 'public_body'] as const;
export type Who = (typeof whos)[number];

export const whoNames: Readonly<Record<Who, string>> = {
  person: 'Une personne',
  association: 'Une association',
  cooperative: 'Une coopérative',
  company: 'Une entreprise',
  public_body: 'Une collectivité ou un organisme public',
};

/** For lists and files. */
export const whoLabels: Readonly<Record<Who, string>> = {
  person: 'Personne',
  association: 'Association',
  cooperative: 'Coopérative',
  company: 'Entreprise',
  public_body: 'Organisme public',
};

/** The word of the address: `/adherer/association`. */
export const whoWords: Readonly<Record<Who, string>> = {
  person: 'personne',
  association: 'association',
  cooperative: 'cooperative',
  company: 'entreprise',
  public_body: 'collectivite',
};

export const isStructure = (who: Who): boolean => who !== 'person';
