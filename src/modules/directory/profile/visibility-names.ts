import type { Visibility } from '#platform/search/search.ts';

/** Who may see a piece of a sheet, in French. */
export const visibilityNames: Readonly<Record<Visibility, string>> = {
  public: 'Tout le monde',
  members: 'Les adhérent·es du pôle',
  staff: 'L’équipe seulement',
};
