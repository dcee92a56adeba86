/** The addresses of segments. */
export const segmentPaths = {
  list: '/gestion/segments',
  add: '/gestion/segments/nouveau',
  count: '/gestion/segments/compte',
  segment: (id: string) => `/gestion/segments/${id}`,
  edit: (id: string) => `/gestion/segments/${id}/modifier`,
  act: (id: string) => `/gestion/segments/${id}/agir`,
  remove: (id: string) => `/gestion/segments/${id}/supprimer`,
} as const;
