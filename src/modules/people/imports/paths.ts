/** The addresses of imports of people. */
export const importPaths = {
  start: '/gestion/personnes/importer',
  import: (id: string) => `/gestion/personnes/importer/${id}`,
  act: (id: string, act: string) => `/gestion/personnes/importer/${id}/${act}`,
} as const;
