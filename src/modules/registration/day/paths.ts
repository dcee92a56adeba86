const office = (eventId: string): string => `/gestion/agenda/${eventId}`;

/** Addresses of the day of an event. */
export const dayPaths = {
  door: (eventId: string) => `${office(eventId)}/emargement`,
  doorSync: (eventId: string) => `${office(eventId)}/emargement/synchroniser`,
  doorState: (eventId: string) => `${office(eventId)}/emargement/etat`,
  walkIn: (eventId: string) => `${office(eventId)}/emargement/arrivee`,
  badges: (eventId: string) => `${office(eventId)}/badges.pdf`,
  messages: (eventId: string) => `${office(eventId)}/messages`,
  rides: (eventId: string) => `${office(eventId)}/covoiturage`,
  ownRides: (secret: string) => `/inscription/${secret}/covoiturage`,
} as const;

/** The same address, for one date of the event. */
export const ofDate = (path: string, occurrenceId: string): string => `${path}?date=${occurrenceId}`;
