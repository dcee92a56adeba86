/** Addresses of the calendars of others in the back office. */
export const sourcePaths = {
  list: '/gestion/agenda/sources',
  add: '/gestion/agenda/sources/ajouter',
  file: '/gestion/agenda/sources/fichier',
  source: (id: string) => `/gestion/agenda/sources/${id}`,
  check: (id: string) => `/gestion/agenda/sources/${id}/verifier`,
  act: (id: string) => `/gestion/agenda/sources/${id}/suivi`,
  detach: (id: string) => `/gestion/agenda/sources/${id}/detacher`,
} as const;
