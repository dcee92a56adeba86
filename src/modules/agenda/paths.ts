/** Public addresses of this module; parts kept by one file each add theirs beside their routes. */
export const agendaPath = '/agenda';
export const eventPath = (slug: string): string => `${agendaPath}/${slug}`;
/** One date of an event that has several: `date` is its ISO local start, to the minute. */
export const occurrencePath = (slug: string, date: string): string => `${eventPath(slug)}?date=${date.slice(0, 16)}`;
export const proposeEventPath = `${agendaPath}/proposer`;

/** Addresses of the back office. */
export const officePaths = {
  list: '/gestion/agenda',
  add: '/gestion/agenda/ajouter',
  event: (id: string) => `/gestion/agenda/${id}`,
  venues: '/gestion/agenda/lieux',
  venue: (id: string) => `/gestion/agenda/lieux/${id}`,
  settings: '/gestion/agenda/reglages',
} as const;

/** Words that stand in public addresses where an event would. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'proposer',
  'proposition',
  'mois',
  'communes',
  'carte',
  'passes',
  'programme',
  'sondage',
  'integrer',
  'mon-agenda',
  'abonnement',
  'lieux',
]);
