/** Public addresses of this module; parts kept by one file each add theirs beside their routes. */
export const agendaPath = '/agenda';
export const eventPath = (slug: string): string => `${agendaPath}/${slug}`;
/** One date of an event that has several: `date` is its ISO local start, to the minute. */
export const occurrencePath = (slug: string, date: string): string => `${eventPath(slug)}?date=${date.slice(0, 16)}`;
/** The calendar of the whole agenda, and how to follow it. */
export const agendaCalendarPath = `${agendaPath}.ics`;
export const subscriptionPath = `${agendaPath}/abonnement`;
export const proposeEventPath = `${agendaPath}/proposer`;

/** The other views of the same dates. */
export const monthPath = (month: Temporal.PlainYearMonth): string => `${agendaPath}/mois/${month.toString()}`;
export const townsPath = `${agendaPath}/communes`;
export const townPath = (insee: string): string => `${townsPath}/${insee}`;
export const agendaMapPath = `${agendaPath}/carte`;
export const pastEventsPath = `${agendaPath}/passes`;
export const writeToOrganizerPath = (slug: string): string => `${eventPath(slug)}/ecrire`;
/** The calendar file of an event, or of one of its dates. */
export const eventCalendarPath = (slug: string, date?: string): string =>
  `${eventPath(slug)}.ics${date ? `?date=${date.slice(0, 16)}` : ''}`;
/** The poster of an event, to print. */
export const posterPath = (slug: string): string => `${eventPath(slug)}/affiche.pdf`;
/** Programmes on paper: where one chooses, a month, the dates of a municipality. */
export const printPath = `${agendaPath}/programme`;
export const monthProgrammePath = (month: Temporal.PlainYearMonth, format: 'A3' | 'A4' = 'A4'): string =>
  `${printPath}/${month.toString()}.pdf${format === 'A3' ? '?format=A3' : ''}`;
export const leafletPath = (insee: string, panels: 2 | 3 = 3): string =>
  `${townPath(insee)}/depliant.pdf${panels === 2 ? '?plis=2' : ''}`;
/** The agenda on a partner's site: how to, and the frames it shows. */
export const agendaSnippetPath = `${agendaPath}/integrer`;
export const listFramePath = `${agendaPath}/cadre/liste`;
export const monthFramePath = (month: Temporal.PlainYearMonth): string =>
  `${agendaPath}/cadre/mois/${month.toString()}`;

/** Addresses of the back office. */
export const officePaths = {
  list: '/gestion/agenda',
  add: '/gestion/agenda/ajouter',
  /** A new event prefilled from this one. */
  repeat: (id: string) => `/gestion/agenda/ajouter?refaire=${id}`,
  event: (id: string) => `/gestion/agenda/${id}`,
  /** Every date of an event; one of them. */
  dates: (id: string) => `/gestion/agenda/${id}/dates`,
  date: (id: string, occurrenceId: string) => `/gestion/agenda/${id}/dates/${occurrenceId}`,
  /** One act on a whole event: `etat`. */
  act: (id: string) => `/gestion/agenda/${id}/etat`,
  bulk: '/gestion/agenda/lot',
  trash: '/gestion/agenda/corbeille',
  /** Suggestions for the fields of the editor, and what its dates come to. */
  organizations: '/gestion/agenda/structures',
  preview: '/gestion/agenda/dates.json',
  venues: '/gestion/agenda/lieux',
  addVenue: '/gestion/agenda/lieux/ajouter',
  venue: (id: string) => `/gestion/agenda/lieux/${id}`,
  settings: '/gestion/agenda/reglages',
  /** What happens on a day, on paper. */
  daySheet: (day: Temporal.PlainDate) => `/gestion/agenda/feuille-du-jour.pdf?jour=${day.toString()}`,
} as const;

/** Words that stand in public addresses where an event would. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'proposer',
  'proposition',
  'mois',
  'communes',
  'carte',
  'cadre',
  'passes',
  'partage',
  'programme',
  'type',
  'sondage',
  'integrer',
  'mon-agenda',
  'abonnement',
  'lieux',
]);
