/** How an event stands, apart from whether it is published. */
export const eventStates = ['confirmed', 'tentative', 'cancelled', 'postponed', 'moved_online', 'full'] as const;
export type EventState = (typeof eventStates)[number];

/** The same in French and in the vocabularies of iCalendar (RFC 5545 §3.8.1.11), schema.org and OpenAgenda (API v2). */
export const eventStateFacts: Readonly<
  Record<
    EventState,
    { label: string; ical: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'; schema: string; openAgenda: number }
  >
> = {
  confirmed: { label: 'Confirmé', ical: 'CONFIRMED', schema: 'EventScheduled', openAgenda: 1 },
  tentative: { label: 'À confirmer', ical: 'TENTATIVE', schema: 'EventScheduled', openAgenda: 1 },
  cancelled: { label: 'Annulé', ical: 'CANCELLED', schema: 'EventCancelled', openAgenda: 6 },
  postponed: { label: 'Reporté', ical: 'CANCELLED', schema: 'EventPostponed', openAgenda: 4 },
  moved_online: { label: 'En ligne finalement', ical: 'CONFIRMED', schema: 'EventMovedOnline', openAgenda: 3 },
  full: { label: 'Complet', ical: 'CONFIRMED', schema: 'EventScheduled', openAgenda: 5 },
};

/** Whether one can still come. */
export function takesPlace(state: EventState): boolean {
  return state !== 'cancelled' && state !== 'postponed';
}

export const attendances = ['onsite', 'online', 'mixed'] as const;
export type Attendance = (typeof attendances)[number];

export const attendanceFacts: Readonly<Record<Attendance, { label: string; schema: string; openAgenda: number }>> = {
  onsite: { label: 'Sur place', schema: 'OfflineEventAttendanceMode', openAgenda: 1 },
  online: { label: 'En ligne', schema: 'OnlineEventAttendanceMode', openAgenda: 2 },
  mixed: { label: 'Sur place et en ligne', schema: 'MixedEventAttendanceMode', openAgenda: 3 },
};
