/** The addresses of this module. */
export const paths = {
  missed: '/gestion/recherche',
  missedFile: '/gestion/recherche.csv',
  reopen: '/gestion/recherche/rouvrir',
  synonyms: '/gestion/recherche/synonymes',
  synonymGroup: (id: string) => `/gestion/recherche/synonymes/${id}`,
  restoreSynonyms: (id: string) => `/gestion/recherche/synonymes/${id}/remettre`,
} as const;
