import { eventPath } from '#modules/agenda/index.ts';

const officeOf = (eventId: string): string => `/gestion/agenda/${eventId}/inscriptions`;

/** The addresses of this module. */
export const paths = {
  register: (slug: string) => `${eventPath(slug)}/inscription`,
  own: (secret: string) => `/inscription/${secret}`,
  ownChange: (secret: string) => `/inscription/${secret}/modifier`,
  ownCancel: (secret: string) => `/inscription/${secret}/annuler`,
  ownTransfer: (secret: string) => `/inscription/${secret}/transmettre`,
  ownAnswer: (secret: string) => `/inscription/${secret}/place`,
  ownWorkshops: (secret: string) => `/inscription/${secret}/ateliers`,
  ownCalendar: (secret: string) => `/inscription/${secret}/agenda.ics`,
  office: officeOf,
  officeAdd: (eventId: string) => `${officeOf(eventId)}/ajouter`,
  bulk: (eventId: string) => `${officeOf(eventId)}/lot`,
  settings: (eventId: string) => `${officeOf(eventId)}/reglages`,
  origins: (eventId: string) => `${officeOf(eventId)}/provenance`,
  sheet: (eventId: string) => `${officeOf(eventId)}/liste`,
  one: (eventId: string, id: string) => `${officeOf(eventId)}/${id}`,
  move: (eventId: string, id: string) => `${officeOf(eventId)}/${id}/deplacer`,
  letIn: (eventId: string, id: string) => `${officeOf(eventId)}/${id}/placer`,
  slip: (eventId: string, id: string) => `${officeOf(eventId)}/${id}/recu`,
} as const;

/** The page that registers for this date, when the event has several. */
export function registerHref(slug: string, date: Temporal.PlainDateTime | null): string {
  return date ? `${paths.register(slug)}?date=${date.toString().slice(0, 16)}` : paths.register(slug);
}
