/** Why an event that is not the hub's own stands in its agenda (AGE-02): said on every card and page. */
export const perimeters = ['member', 'statute', 'declared', 'public'] as const;
export type Perimeter = (typeof perimeters)[number];

export const perimeterNames: Readonly<Record<Perimeter, string>> = {
  member: 'Structure adhérente du pôle',
  statute: 'Structure de l’ESS par ses statuts',
  declared: 'Se reconnaît dans l’ESS',
  public: 'Collectivité ou service public',
};
