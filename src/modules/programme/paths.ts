import { agendaOfficePaths, eventPath } from '#modules/agenda/index.ts';

/** Public addresses of the programme of an event. */
export const programmePath = (slug: string): string => `${eventPath(slug)}/programme`;
export const programmePdfPath = (slug: string): string => `${eventPath(slug)}/programme.pdf`;
export const programmeCalendarPath = (slug: string): string => `${eventPath(slug)}/programme.ics`;
export const standsPath = (slug: string): string => `${eventPath(slug)}/stands`;
export const ownStandPath = (slug: string, token: string): string => `${standsPath(slug)}/${token}`;
export const volunteersPath = (slug: string): string => `${eventPath(slug)}/benevoles`;
export const ownShiftsPath = (slug: string, token: string): string => `${volunteersPath(slug)}/${token}`;

/** What the private links are written for. */
export const linkPurposes = { stand: 'programme-stand', volunteer: 'programme-volunteer' } as const;

const base = (eventId: string): string => `${agendaOfficePaths.event(eventId)}/programme`;

/** Addresses of the back office. */
export const officePaths = {
  programme: base,
  settings: (eventId: string) => `${base(eventId)}/reglages`,
  move: (eventId: string) => `${base(eventId)}/decaler`,
  addSlot: (eventId: string) => `${base(eventId)}/creneaux/ajouter`,
  slot: (eventId: string, id: string) => `${base(eventId)}/creneaux/${id}`,
  removeSlot: (eventId: string, id: string) => `${base(eventId)}/creneaux/${id}/retirer`,
  rooms: (eventId: string) => `${base(eventId)}/salles`,
  removeRoom: (eventId: string, id: string) => `${base(eventId)}/salles/${id}/retirer`,
  stands: (eventId: string) => `${base(eventId)}/stands`,
  addStand: (eventId: string) => `${base(eventId)}/stands/ajouter`,
  stand: (eventId: string, id: string) => `${base(eventId)}/stands/${id}`,
  answerStand: (eventId: string, id: string) => `${base(eventId)}/stands/${id}/repondre`,
  zones: (eventId: string) => `${base(eventId)}/zones`,
  removeZone: (eventId: string, id: string) => `${base(eventId)}/zones/${id}/retirer`,
  volunteers: (eventId: string) => `${base(eventId)}/benevoles`,
  addShift: (eventId: string) => `${base(eventId)}/benevoles/ajouter`,
  shift: (eventId: string, id: string) => `${base(eventId)}/benevoles/${id}`,
  removeShift: (eventId: string, id: string) => `${base(eventId)}/benevoles/${id}/retirer`,
  enrol: (eventId: string, id: string) => `${base(eventId)}/benevoles/${id}/inscrire`,
  leave: (eventId: string, id: string) => `${base(eventId)}/benevoles/${id}/desinscrire`,
  slotsCsv: (eventId: string) => `${base(eventId)}/creneaux.csv`,
  standsCsv: (eventId: string) => `${base(eventId)}/stands.csv`,
  volunteersCsv: (eventId: string) => `${base(eventId)}/benevoles.csv`,
  grid: (eventId: string) => `${base(eventId)}/grille.pdf`,
  shiftsPdf: (eventId: string) => `${base(eventId)}/benevoles.pdf`,
} as const;
